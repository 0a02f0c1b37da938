//! The program `roomrtc-server`: reads its options and says in a sentence what went wrong.

mod program;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match program::run(program::Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without standard error there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "roomrtc-server: {error}");
            ExitCode::FAILURE
        }
    }
}
