//! Shrinks what was asked for.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use roomrtc_sim::ledger::Fault;
use roomrtc_sim::scenario::Scenario;
use roomrtc_sim::scenario::format::write_scenario;
use roomrtc_sim::shrink::Shrinker;
use roomrtc_sim::simulation::RunOptions;

use super::Search;
use crate::attempting::{Ending, attempt};
use crate::cli::ShrinkOptions;
use crate::failure::Failure;
use crate::planning::Plan;

/// Finds the smallest set of faults with which a run still fails, and prints it as a scenario.
pub(crate) fn shrink(
    options: &ShrinkOptions,
    output: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let plan = Plan::new(&options.selection)?;
    let seed = plan.seed(options.seed);
    let (scenario, ending) = first_failing(&plan, seed)?;
    let failing = ending.failing();
    let failing = failing.ok_or_else(|| Failure::NothingFails(plan.source.name.clone(), seed))?;
    let ledger = ending.ledger();
    if ledger.is_overfull() {
        return Err(Failure::TooManyFaults(ledger.committed()));
    }
    let search = Search { scenario: &scenario, seed, failing };
    let begun = Instant::now();
    let shrinker = search.run(ledger.faults(), Duration::from_secs(options.seconds));
    if !shrinker.is_reproduced() {
        return Err(Failure::NotByFaults(ledger.faults().len()));
    }
    let text = write(&search, &about(&plan, &search, shrinker.best().len()), shrinker.best())?;
    tell(&shrinker, ledger.faults().len(), begun.elapsed(), output)?;
    output.write_all(text.as_bytes())?;
    if let Some(path) = &options.out {
        std::fs::write(path, &text).map_err(|error| Failure::Write(path.clone(), error))?;
    }
    Ok(ExitCode::from(ending.code()))
}

/// What the search came to, as a comment of the scenario that follows.
fn tell(
    shrinker: &Shrinker,
    faults: usize,
    took: Duration,
    output: &mut impl Write,
) -> io::Result<()> {
    let minimal = if shrinker.is_minimal() { "none can be left out" } else { "time was up" };
    let (left, trials, seconds) = (shrinker.best().len(), shrinker.trials(), took.as_secs_f64());
    writeln!(
        output,
        "# {left} of {faults} faults are left, {minimal}: {trials} runs in {seconds:.1} s"
    )
}

/// The first of the cases that fails, and how.
fn first_failing(plan: &Plan, seed: u64) -> Result<(Scenario, Ending), Failure> {
    for case in &plan.cases {
        let scenario = plan.scenario(seed, case)?;
        let ending = attempt(&scenario, seed, &RunOptions::default(), |_| {});
        if ending.code() != 0 {
            return Ok((scenario, ending));
        }
    }
    Err(Failure::NothingFails(plan.source.name.clone(), seed))
}

fn about(plan: &Plan, search: &Search<'_>, left: usize) -> String {
    let (rule, oracle) = search.failing;
    let name = Path::new(&plan.source.name).file_stem().unwrap_or_default().to_string_lossy();
    let (seed, rule) = (search.seed, rule.name());
    let faults = if left == 1 { "fault that breaks" } else { "faults that break" };
    format!("Of {name}, seed {seed}: {left} {faults} {rule} ({oracle})")
}

/// The scenario with what is left, without what that does not need if it fails all the same.
fn write(search: &Search<'_>, about: &str, left: &[Fault]) -> Result<String, Failure> {
    let pruned = Scenario { about: about.to_owned(), ..search.scenario.pruned_to(left) };
    let scenario = match search.fails(&pruned, None) {
        true => pruned,
        false => Scenario {
            about: about.to_owned(),
            faults: Some(left.to_vec()),
            ..search.scenario.clone()
        },
    };
    let text = write_scenario(&scenario, search.seed);
    text.map_err(|error| Failure::Serialize("scenario", error.to_string()))
}
