//! `tsunagi`: the door to the product.

use std::process::ExitCode;

mod commands;

fn main() -> ExitCode {
    commands::run()
}
