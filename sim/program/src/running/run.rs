//! Runs what was asked for.

use std::io::Write;
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use roomrtc_core::base::Time;
use roomrtc_sim::run::Outcome;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::scenario::format::Case;
use roomrtc_sim::simulation;

use super::{account, cases, files};
use crate::attempting::{Crash, Ending, attempt};
use crate::cli::RunOptions;
use crate::failure::Failure;
use crate::planning::Plan;

/// Runs a scenario from one seed: one case at length, several in a line each.
pub(crate) fn run(options: &RunOptions, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let plan = Plan::new(&options.selection)?;
    let seed = plan.seed(options.seed);
    match plan.cases.as_slice() {
        [case] => run_case(options, &plan, seed, case, output),
        cases if options.writes_files() => {
            Err(Failure::ManyCases(plan.source.name.clone(), cases.len()))
        }
        _ => cases::run_cases(&plan, seed, output),
    }
}

fn run_case(
    options: &RunOptions,
    plan: &Plan,
    seed: u64,
    case: &Case,
    output: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let scenario = plan.scenario(seed, case)?;
    let run_options =
        simulation::RunOptions { level: options.level(), ..simulation::RunOptions::default() };
    let bar = progress_bar(&scenario);
    let ending = attempt(&scenario, seed, &run_options, |now| bar.set_position(now.as_millis()));
    bar.finish_and_clear();
    match &ending {
        Ending::Judged(outcome) => {
            let written = tell(options, plan, seed, case, outcome, output);
            written.map(|()| ExitCode::from(ending.code()))
        }
        Ending::Crashed(crash) => {
            tell_crash(plan, seed, case, crash, output)?;
            Ok(ExitCode::from(ending.code()))
        }
    }
}

fn tell(
    options: &RunOptions,
    plan: &Plan,
    seed: u64,
    case: &Case,
    outcome: &Outcome,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let (command, case) = (plan.command(seed, case), plan.case_name(case));
    let account = account::of(plan, &case, seed, &command, outcome);
    account.use_with(|account| {
        account::write(account, outcome, output)?;
        files::write(options, account, output)
    })
}

fn tell_crash(
    plan: &Plan,
    seed: u64,
    case: &Case,
    crash: &Crash,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let at = crash.at.since(Time::ZERO).as_secs_f64();
    writeln!(output, "{}, seed {seed}: CRASH at {at:.3} s", plan.source.name)?;
    writeln!(output, "{}", crash.message)?;
    writeln!(output, "again: {}", plan.command(seed, case))?;
    Ok(())
}

/// A bar over the time of the world, on a terminal only.
fn progress_bar(scenario: &Scenario) -> ProgressBar {
    let bar = ProgressBar::new(scenario.lasts.as_nanos() / 1_000_000);
    let style = ProgressStyle::with_template("{bar:50} {percent:>3} %  {elapsed}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
