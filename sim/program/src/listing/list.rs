//! Every scenario in a line.

use std::io::Write;
use std::process::ExitCode;

use roomrtc_sim::scenario::format::Overrides;
use roomrtc_sim::scenario::shipped;

use crate::failure::Failure;
use crate::planning::Source;

/// Names every scenario that ships, with its number of cases and what it tries.
pub(crate) fn list(output: &mut impl Write) -> Result<ExitCode, Failure> {
    let width = shipped().map(|(name, _)| name.len()).max().unwrap_or(0);
    for (name, _) in shipped() {
        let file = Source::open(name)?.file;
        let cases = file.cases(&Overrides::default());
        let cases = cases.map_err(|error| Failure::Resolve(name.to_owned(), error))?;
        let cases = match cases.len() {
            1 => String::new(),
            many => format!(" ({many} cases)"),
        };
        writeln!(output, "{name:<width$}  {}{cases}", file.about())?;
    }
    Ok(ExitCode::SUCCESS)
}
