//! Tells what a sweep has come to.

use std::io::{self, Write};
use std::time::Duration;

use roomrtc_sim::figures::Distribution;

use super::Results;
use crate::cli::SeedRange;
use crate::planning::Plan;

/// Tells the grid of results, what failed and how to run it again, figures, and time.
pub(super) fn write(
    plan: &Plan,
    seeds: SeedRange,
    results: &Results,
    took: Duration,
    output: &mut impl Write,
) -> io::Result<()> {
    let (name, SeedRange { first, last }) = (&plan.source.name, seeds);
    writeln!(output, "{name}, seeds {first} to {last}")?;
    writeln!(output, "{}\n", plan.source.file.about())?;
    for (case, grid) in plan.cases.iter().zip(&results.grids) {
        if plan.cases.len() > 1 {
            writeln!(output, "case {}: {case}", case.number)?;
        }
        write!(output, "{grid}")?;
    }
    writeln!(output, ". held, m missed a bound, L not live, S unsafe, ! crashed\n")?;
    write_failed(plan, results, output)?;
    write_figures(&results.distribution, output)?;
    write_time(results, took, output)
}

fn write_failed(plan: &Plan, results: &Results, output: &mut impl Write) -> io::Result<()> {
    for job in &results.failed {
        let complaint = job.complaint.as_deref().unwrap_or_default();
        writeln!(output, "{} seed {}: {complaint}", job.mark, job.seed)?;
        if let Some(case) = plan.cases.get(job.case) {
            writeln!(output, "  again: {}", plan.command(job.seed, case))?;
        }
    }
    let failed = results.runs - results.held;
    let left_out = failed.saturating_sub(results.failed.len() as u64);
    if left_out > 0 {
        writeln!(output, "and {left_out} more that failed")?;
    }
    if failed > 0 { writeln!(output) } else { Ok(()) }
}

fn write_figures(distribution: &Distribution, output: &mut impl Write) -> io::Result<()> {
    let head = ["runs", "least", "median", "95 %", "99 %", "greatest"];
    write!(output, "{:<30}", "")?;
    writeln!(output, "{}", head.map(|word| format!("{word:>13}")).concat().trim_end())?;
    for (key, unit, summary) in distribution.iter() {
        let values = [summary.least, summary.median, summary.p95, summary.p99, summary.greatest];
        let values = values.map(|value| format!("{:>13}", unit.text(value))).concat();
        writeln!(output, "{:<30}{:>13}{values}", key.to_string(), summary.count)?;
    }
    writeln!(output)
}

fn write_time(results: &Results, took: Duration, output: &mut impl Write) -> io::Result<()> {
    let (lasted, seconds) = (results.lasted.as_secs_f64(), took.as_secs_f64().max(1e-9));
    writeln!(
        output,
        "{} runs, {} held, {} failed: {lasted:.0} s of calls in {seconds:.1} s, {:.0} call-seconds \
         per second",
        results.runs,
        results.held,
        results.runs - results.held,
        lasted / seconds,
    )
}
