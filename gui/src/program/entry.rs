//! From the command line to the exit code.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use super::console::Console;
use super::{Failure, log};
use crate::cli::{Arguments, RunOptions, Subcommand};
use crate::{call, card, demo, peer};

/// Runs the program with these arguments, the first being its own name; without a subcommand, the window. 0
/// if it did what it should, 1 if it did not, 2 if it could not begin, and for `peer` the codes that its help lists.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return explain(&error),
    };
    let Some(subcommand) = &arguments.subcommand else { return open_window() };
    match run_subcommand(subcommand) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            Console::new().say(&failure.to_string());
            failure.exit_code()
        }
    }
}

#[cfg(feature = "window")]
fn open_window() -> ExitCode {
    match crate::window::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            Console::new().say(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// The command line asks for a subcommand then.
#[cfg(not(feature = "window"))]
fn open_window() -> ExitCode {
    ExitCode::from(2)
}

/// Help goes to standard output, mistakes to standard error.
fn explain(error: &clap::Error) -> ExitCode {
    // A reader that is gone needs no explanation.
    let _ = error.print();
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

fn run_subcommand(subcommand: &Subcommand) -> Result<(), Failure> {
    match subcommand {
        Subcommand::Demo(options) => start_log(&options.run).and_then(|()| demo::run(options)),
        Subcommand::Peer(options) => start_log(&options.run).and_then(|()| peer::run(options)),
        Subcommand::Call(options) => start_log(&options.run).and_then(|()| call::run(options)),
        Subcommand::Card(options) => card::run(options),
        #[cfg(feature = "window")]
        Subcommand::Replay(options) => crate::replay::run(options),
    }
}

fn start_log(options: &RunOptions) -> Result<(), Failure> {
    options.log.as_deref().map_or(Ok(()), log::start)
}
