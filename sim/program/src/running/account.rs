//! The account of a run, for people.

use std::io::{self, Write};

use roomrtc_sim::figures::Figures;
use roomrtc_sim::report::story::story;
use roomrtc_sim::report::{Account, Check};
use roomrtc_sim::run::{Outcome, Verdict};

use super::own_account::OwnAccount;
use crate::planning::Plan;

/// Lines of a story that are told.
const MOST_MOMENTS: usize = 40;
/// Columns of a line of names.
const WIDTH: usize = 78;

/// What there is to report of a run.
pub(super) fn of<'a>(
    plan: &'a Plan,
    case: &'a str,
    seed: u64,
    command: &'a str,
    outcome: &'a Outcome,
) -> OwnAccount<'a> {
    OwnAccount { plan, case, seed, command, outcome, checks: Check::all(outcome) }
}

/// Tells a run: what happened, the figures, the oracles, the trace.
pub(super) fn write(
    account: &Account<'_>,
    outcome: &Outcome,
    output: &mut impl Write,
) -> io::Result<()> {
    let case = match account.case {
        "" => String::new(),
        case => format!(" ({case})"),
    };
    writeln!(output, "{}, seed {}{case}", account.scenario, account.seed)?;
    writeln!(output, "{}\n", account.about)?;
    write_story(account, output)?;
    write_figures(account.figures, output)?;
    write_checks(account.checks, output)?;
    let (events, faults) = (account.trace.tally().events(), outcome.ledger.committed());
    writeln!(output, "trace {:016x}: {events} events, {faults} faults", account.trace.hash())?;
    if account.verdict != Verdict::Held {
        writeln!(output, "again: {}", account.command)?;
    }
    writeln!(output, "{}", account.verdict.name())
}

fn write_story(account: &Account<'_>, output: &mut impl Write) -> io::Result<()> {
    let moments = story(account.trace);
    for moment in moments.iter().take(MOST_MOMENTS) {
        writeln!(output, "{moment}")?;
    }
    if moments.len() > MOST_MOMENTS {
        writeln!(output, "              and {} more moments", moments.len() - MOST_MOMENTS)?;
    }
    writeln!(output)
}

fn write_figures(figures: &Figures, output: &mut impl Write) -> io::Result<()> {
    let hosts = figures.hosts();
    write!(output, "{:<24}", "")?;
    for host in &hosts {
        write!(output, "{host:>16}")?;
    }
    writeln!(output)?;
    for name in figures.host_names() {
        write!(output, "{name:<24}")?;
        for host in &hosts {
            write!(output, "{:>16}", figures.text(Some(host), name))?;
        }
        writeln!(output)?;
    }
    for figure in figures.iter().filter(|figure| figure.key.host.is_none()) {
        writeln!(output, "{:<24}{:>16}", figure.key.name, figure.text())?;
    }
    writeln!(output)
}

fn write_checks(checks: &[Check], output: &mut impl Write) -> io::Result<()> {
    for check in checks {
        if let Some((rule, failure)) = &check.failure {
            writeln!(output, "BROKEN {} ({}) {failure}", rule.name(), check.oracle)?;
        }
    }
    let held = checks.iter().filter(|check| check.failure.is_none());
    let names: Vec<&str> = held.map(|check| check.oracle).collect();
    let mut line = String::from("held:");
    for (place, name) in names.iter().enumerate() {
        if line.len() + name.len() + 2 > WIDTH {
            writeln!(output, "{line}")?;
            line = String::from("     ");
        }
        let comma = if place + 1 == names.len() { "" } else { "," };
        line.push_str(&format!(" {name}{comma}"));
    }
    writeln!(output, "{line}")
}
