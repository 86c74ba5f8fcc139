//! The whole house, asked by people: what every endpoint gives away, and to whom.

mod endpoints;
mod matrix;
mod noninterference;
mod small_worlds;
mod world;
