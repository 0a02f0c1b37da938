//! The page.

use super::{charts, escape, gathering, ladder, style, tables, timeline};
use crate::report::Account;
use crate::run::Verdict;

/// The run as one page of HTML.
pub fn html(account: &Account<'_>) -> String {
    let spans = gathering::spans(account);
    let title = format!("{}, seed {}", account.scenario, account.seed);
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{}</title><style>{}</style></head>\n<body><main>\n{}{}\
         <section><h2>What happened</h2>\n{}{}{}</section>\n{}{}{}</main></body></html>\n",
        escape(&title),
        style::STYLE,
        header(account),
        highlights(account),
        timeline::html(account, &spans),
        ladder::html(account),
        charts::html(account, &spans),
        tables::figures(account),
        tables::checks(account),
        tables::events(account),
    )
}

fn header(account: &Account<'_>) -> String {
    let verdict = account.verdict;
    let class = if verdict == Verdict::Held { "good" } else { "bad" };
    let case = match account.case {
        "" => String::new(),
        case => format!(" · {}", escape(case)),
    };
    let failures = account.checks.iter().filter_map(|check| {
        let (rule, failure) = check.failure.as_ref()?;
        let (rule, oracle) = (rule.name(), escape(check.oracle));
        Some(format!("<p class=\"failure\">{rule} ({oracle}) {}</p>", escape(failure)))
    });
    format!(
        "<header><h1>{} <small>seed {}{case}</small>\
         <span class=\"verdict {class}\">{}</span></h1><p>{}</p>{}\
         <dl><dt>again</dt><dd><code>{}</code></dd>\
         <dt>trace</dt><dd><code>{:016x}</code></dd></dl></header>\n",
        escape(account.scenario),
        account.seed,
        verdict.name(),
        escape(account.about),
        failures.collect::<String>(),
        escape(account.command),
        account.trace.hash(),
    )
}

/// The figures that matter most, large.
fn highlights(account: &Account<'_>) -> String {
    let shown = [
        ("connect-time", "to connect"),
        ("first-frame-time", "to the first frame"),
        ("frames-received", "frames"),
        ("frame-delay-p95", "frame delay, 95 %"),
        ("freezes", "freezes"),
        ("freeze-time", "frozen"),
    ];
    let hosts = account.figures.hosts();
    let card = |(name, words): (&str, &str)| {
        let values = hosts.iter().filter(|host| account.figures.value(Some(host), name).is_some());
        let values: Vec<String> =
            values.map(|host| escape(&account.figures.text(Some(host), name))).collect();
        if values.is_empty() {
            return String::new();
        }
        format!("<li><b>{}</b><span>{words}</span></li>", values.join(" <i>/</i> "))
    };
    let cards: String = shown.into_iter().map(card).collect();
    let note = match hosts.as_slice() {
        [_, _, ..] => format!("<p class=\"note\">{}</p>", escape(&hosts.join(" / "))),
        _ => String::new(),
    };
    format!("<section class=\"highlights\"><ul>{cards}</ul>{note}</section>\n")
}
