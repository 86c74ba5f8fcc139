//! Journeys in a browser: see `journeys/README.md`.

mod public;
mod spoilt;
