//! The program `roomrtc`.

use std::process::ExitCode;

fn main() -> ExitCode {
    roomrtc_gui::program::run(std::env::args_os())
}
