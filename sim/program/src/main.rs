//! The program `roomrtc-sim`: it brings the simulator files, a terminal and threads.

mod cli;
mod replay;

use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Subcommand};

fn main() -> ExitCode {
    match Arguments::parse().subcommand {
        Subcommand::Replay(options) => replay::run(&options),
    }
}
