//! The whole house, asked by people: what every endpoint gives away, and to whom.

mod bad_input;
mod canary;
mod casebook;
mod checks;
mod demo;
mod doctor;
mod documented;
mod endpoints;
mod headers;
mod jobs;
mod ledger;
mod live;
mod mail;
mod matrix;
mod noninterference;
mod sealed;
mod small_worlds;
mod world;
