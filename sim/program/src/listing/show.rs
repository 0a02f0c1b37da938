//! One scenario as it is written.

use std::io::Write;
use std::process::ExitCode;

use crate::cli::ShowOptions;
use crate::failure::Failure;
use crate::planning::Source;

/// Prints the text of a scenario.
pub(crate) fn show(options: &ShowOptions, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let source = Source::open(&options.name)?;
    output.write_all(source.text.as_bytes())?;
    if !source.text.ends_with('\n') {
        writeln!(output)?;
    }
    Ok(ExitCode::SUCCESS)
}
