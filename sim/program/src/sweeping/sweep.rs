//! Sweeps over what was asked for.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use signal_hook::consts::SIGINT;

use super::{Results, Runner, telling};
use crate::cli::SweepOptions;
use crate::failure::Failure;
use crate::planning::Plan;

/// The exit code of a sweep that was interrupted and in which nothing failed.
const INTERRUPTED: u8 = 130;

/// Runs a scenario from many seeds, and tells what they come to.
pub(crate) fn sweep(options: &SweepOptions, output: &mut impl Write) -> Result<ExitCode, Failure> {
    let plan = Plan::new(&options.selection)?;
    let is_interrupted = Arc::new(AtomicBool::new(false));
    // Once stops the sweep, twice ends the program.
    let signal = signal_hook::flag::register_conditional_shutdown;
    signal(SIGINT, i32::from(INTERRUPTED), is_interrupted.clone())?;
    signal_hook::flag::register(SIGINT, is_interrupted.clone())?;
    let runner = Runner {
        plan: &plan,
        seeds: options.seeds,
        threads: threads(options),
        limit: options.seconds.map(Duration::from_secs),
        is_interrupted: &is_interrupted,
    };
    let begun = Instant::now();
    let results = run(&runner, plan.cases.len())?;
    let is_stopped = is_interrupted.load(Ordering::Relaxed);
    telling::write(&plan, options.seeds, &results, begun.elapsed(), output)?;
    if is_stopped {
        writeln!(output, "stopped after {} of {} runs", results.runs, runner.total())?;
    }
    let code = if results.worst == 0 && is_stopped { INTERRUPTED } else { results.worst };
    Ok(ExitCode::from(code))
}

fn run(runner: &Runner<'_>, cases: usize) -> Result<Results, Failure> {
    let mut results = Results::new(cases);
    let bar = ProgressBar::new(runner.total());
    let template = "{bar:50} {pos} of {len} runs, {msg} failed  {elapsed}";
    let style = ProgressStyle::with_template(template);
    let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message("0");
    let done = runner.run(|job| {
        results.take(job);
        bar.set_message((results.runs - results.held).to_string());
        bar.set_position(results.runs);
    });
    bar.finish_and_clear();
    done.map(|()| results)
}

fn threads(options: &SweepOptions) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    options.jobs.map_or(processors, usize::from)
}
