//! Journeys in a browser: see `journeys/README.md`.

mod accept;
mod arrive;
mod before;
mod decline;
mod find;
mod mistakes;
mod passkey;
mod public;
mod refer;
mod relative;
mod revoke;
mod spoilt;
mod trouble;
