//! The program `roomrtc-sim`: it brings the simulator files, a terminal and threads.

mod attempting;
mod cli;
mod failure;
mod listing;
mod planning;
mod replay;
mod running;
mod shrinking;
mod sweeping;
#[cfg(feature = "view")]
mod viewing;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use cli::{Arguments, Subcommand};
use failure::Failure;

fn main() -> ExitCode {
    attempting::quieten_panics();
    let arguments = Arguments::parse();
    let result = act(&arguments.subcommand, &mut std::io::stdout().lock());
    result.unwrap_or_else(|failure| explain(&failure))
}

fn act(subcommand: &Subcommand, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let code = match subcommand {
        Subcommand::List => listing::list(output)?,
        Subcommand::Show(options) => listing::show(options, output)?,
        Subcommand::Run(options) => running::run(options, output)?,
        Subcommand::Sweep(options) => sweeping::sweep(options, output)?,
        Subcommand::Shrink(options) => shrinking::shrink(options, output)?,
        Subcommand::Replay(options) => replay::run(options),
        #[cfg(feature = "view")]
        Subcommand::View(options) => viewing::view(options, output)?,
    };
    output.flush()?;
    Ok(code)
}

/// One sentence on standard error. A reader that went away wants to hear nothing.
fn explain(failure: &Failure) -> ExitCode {
    if !failure.is_closed_pipe() {
        let _ = writeln!(std::io::stderr(), "roomrtc-sim: {failure}");
    }
    ExitCode::from(failure.code())
}
