//! The tables of a page.

use super::escape;
use crate::report::{Account, Check};
use crate::trace::What;

/// Events that are written in words. The trace has them all.
const MOST_EVENTS: usize = 1_000;

/// The figures: a row for each, a column for each host.
pub(super) fn figures(account: &Account<'_>) -> String {
    let figures = account.figures;
    let hosts = figures.hosts();
    let head: String = hosts.iter().map(|host| format!("<th>{}</th>", escape(host))).collect();
    let row = |name: &&'static str| {
        let cells = hosts.iter().map(|host| cell(&figures.text(Some(host), name)));
        format!("<tr><th>{}</th>{}</tr>", spoken(name), cells.collect::<String>())
    };
    let rows: String = figures.host_names().iter().map(row).collect();
    let dropped = account.trace.tally().dropped();
    let lost = dropped.iter().map(|(cause, count)| {
        format!("<tr><th>{}</th>{}</tr>", spoken(cause), cell(&count.to_string()))
    });
    let lost: String = lost.collect();
    let lost = match lost.as_str() {
        "" => String::new(),
        rows => format!("<table><tr><th>Dropped by</th><th>packets</th></tr>{rows}</table>"),
    };
    format!(
        "<section><h2>Figures</h2><div class=\"tables\">\
         <table><tr><th></th>{head}</tr>{rows}</table>{lost}</div></section>\n"
    )
}

/// What every oracle says; the broken ones first.
pub(super) fn checks(account: &Account<'_>) -> String {
    let mut checks: Vec<&Check> = account.checks.iter().collect();
    checks.sort_by_key(|check| check.failure.is_none());
    let row = |check: &&Check| {
        let (class, word, failure) = match &check.failure {
            Some((rule, failure)) => ("bad", rule.name(), escape(failure)),
            None => ("good", "held", String::new()),
        };
        format!(
            "<tr><td><span class=\"verdict {class}\">{word}</span></td><td>{}</td><td>{}</td>\
             <td>{failure}</td></tr>",
            escape(check.oracle),
            escape(check.demand),
        )
    };
    let rows: String = checks.iter().map(row).collect();
    format!("<section><h2>Oracles</h2><table class=\"words\">{rows}</table></section>\n")
}

/// Everything but packets, frames and samples, in words.
pub(super) fn events(account: &Account<'_>) -> String {
    let is_told =
        |what: &What| matches!(what, What::Engine(_) | What::Signalling(_) | What::Happening(_));
    let told = account.trace.events().iter().filter(|event| is_told(&event.what));
    let lines = told.take(MOST_EVENTS);
    let lines: String =
        lines.map(|event| escape(&account.trace.line(event).to_string()) + "\n").collect();
    if lines.is_empty() {
        return String::new();
    }
    let left_out = account.trace.left_out();
    let left_out = match left_out {
        0 => String::new(),
        count => format!("<p>{count} later events were not kept.</p>"),
    };
    format!("<details><summary>Events in words</summary>{left_out}<pre>{lines}</pre></details>\n")
}

fn cell(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

fn spoken(name: &str) -> String {
    escape(&name.replace('-', " "))
}
