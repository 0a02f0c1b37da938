//! Several cases, in a line each.

use std::io::Write;
use std::process::ExitCode;

use roomrtc_sim::simulation::RunOptions;

use crate::attempting::{Ending, attempt};
use crate::failure::Failure;
use crate::planning::Plan;

/// Runs every case from one seed and tells each in a line. The worst decides the exit code.
pub(super) fn run_cases(
    plan: &Plan,
    seed: u64,
    output: &mut impl Write,
) -> Result<ExitCode, Failure> {
    writeln!(output, "{}, seed {seed}: {} cases", plan.source.name, plan.cases.len())?;
    writeln!(output, "{}\n", plan.source.file.about())?;
    let (mut worst, mut held) = (0, 0);
    for case in &plan.cases {
        let scenario = plan.scenario(seed, case)?;
        let ending = attempt(&scenario, seed, &RunOptions::default(), |_| {});
        worst = worst.max(ending.code());
        held += usize::from(ending.code() == 0);
        let (number, mark) = (case.number, ending.mark());
        writeln!(output, "{mark} {number:>4}  {case}  {}", told(&ending))?;
        if ending.code() != 0 {
            writeln!(output, "        again: {}", plan.command(seed, case))?;
        }
    }
    writeln!(output, "\n{held} of {} held", plan.cases.len())?;
    Ok(ExitCode::from(worst))
}

fn told(ending: &Ending) -> String {
    let trace = match ending {
        Ending::Judged(outcome) => format!("trace {:016x}", outcome.trace.hash()),
        Ending::Crashed(_) => String::new(),
    };
    ending.complaint().unwrap_or(trace)
}
