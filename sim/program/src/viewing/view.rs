//! Opens the window.

use std::io::Write;
use std::process::ExitCode;

use roomrtc_viewer::source::{Heading, SimulationSource};
use roomrtc_viewer::window::{WindowOptions, open};

use crate::cli::ViewOptions;
use crate::failure::Failure;
use crate::planning::Plan;

/// Opens a window on a run; of a scenario with several cases, on the first, which is said.
pub(crate) fn view(options: &ViewOptions, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let plan = Plan::new(&options.selection)?;
    let seed = plan.seed(options.seed);
    let (name, count) = (&plan.source.name, plan.cases.len());
    let Some(case) = plan.cases.first() else {
        return Err(Failure::ManyCases(name.clone(), count));
    };
    if count > 1 {
        let last = count - 1;
        writeln!(
            output,
            "`{name}` has {count} cases: this is {case}; `--case 0` to `--case {last}` choose"
        )?;
        output.flush()?;
    }
    let scenario = plan.scenario(seed, case)?;
    let case_name = plan.case_name(case);
    let case_name = if case_name.is_empty() { case_name } else { format!(" ({case_name})") };
    let heading = Heading {
        title: format!("{name}, seed {seed}{case_name}"),
        about: scenario.about.clone(),
        command: plan.command(seed, case).replacen(" run ", " view ", 1),
    };
    let source = SimulationSource::new(scenario, seed, heading);
    let window = WindowOptions { screenshot: options.screenshot.clone() };
    open(Box::new(source), &window)?;
    Ok(ExitCode::SUCCESS)
}
