//! Lines for whoever started the program.

use std::fmt;
use std::io::{self, Write};

use super::program_error::ProgramError;

/// A line on standard output, at once, for whoever waits for it.
pub(crate) fn line(line: fmt::Arguments<'_>) -> Result<(), ProgramError> {
    let mut output = io::stdout().lock();
    writeln!(output, "{line}").and_then(|()| output.flush()).map_err(ProgramError::Output)
}

/// A line on standard error.
pub(crate) fn complain(line: fmt::Arguments<'_>) -> Result<(), ProgramError> {
    writeln!(io::stderr(), "roomrtc-server: {line}").map_err(ProgramError::Output)
}
