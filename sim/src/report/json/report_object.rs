//! A run in JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Account, CheckObject, FigureObject, HappeningObject, SeriesObject};
use crate::trace::{Trace, What};

/// A run.
#[derive(Debug, Serialize)]
pub(super) struct ReportObject<'a> {
    scenario: &'a str,
    about: &'a str,
    case: &'a str,
    seed: u64,
    command: &'a str,
    verdict: &'static str,
    hash: String,
    end_us: u64,
    checks: Vec<CheckObject<'a>>,
    figures: Vec<FigureObject<'a>>,
    dropped: &'a BTreeMap<&'static str, u64>,
    series: Vec<SeriesObject>,
    happenings: Vec<HappeningObject<'a>>,
}

impl<'a> ReportObject<'a> {
    pub(super) fn of(account: &Account<'a>) -> ReportObject<'a> {
        ReportObject {
            scenario: account.scenario,
            about: account.about,
            case: account.case,
            seed: account.seed,
            command: account.command,
            verdict: account.verdict.name(),
            hash: format!("{:016x}", account.trace.hash()),
            end_us: account.end.as_micros(),
            checks: checks(account),
            figures: figures(account),
            dropped: account.trace.tally().dropped(),
            series: series(account.trace),
            happenings: happenings(account.trace),
        }
    }
}

fn checks<'a>(account: &Account<'a>) -> Vec<CheckObject<'a>> {
    let object = |check: &'a crate::report::Check| CheckObject {
        oracle: check.oracle,
        demand: check.demand,
        broken: check.failure.as_ref().map(|(rule, _)| rule.name()),
        failure: check.failure.as_ref().map(|(_, text)| text.as_str()),
    };
    account.checks.iter().map(object).collect()
}

fn figures<'a>(account: &Account<'a>) -> Vec<FigureObject<'a>> {
    let object = |figure: &'a crate::figures::Figure| FigureObject {
        host: figure.key.host.as_deref(),
        name: figure.key.name,
        unit: figure.unit.name(),
        value: figure.value,
    };
    account.figures.iter().map(object).collect()
}

fn series(trace: &Trace) -> Vec<SeriesObject> {
    let mut all = BTreeMap::new();
    for event in trace.events() {
        let What::Sample(sample) = event.what else { continue };
        let samples: &mut Vec<_> = all.entry((event.place, sample.series)).or_default();
        samples.push((event.time.as_micros(), sample.value));
    }
    let object = |((place, series), samples): ((_, crate::trace::Series), _)| SeriesObject {
        place: trace.names().full_name(place),
        name: series.name(),
        unit: series.unit(),
        samples,
    };
    all.into_iter().map(object).collect()
}

fn happenings(trace: &Trace) -> Vec<HappeningObject<'_>> {
    let objects = trace.events().iter().filter_map(|event| match &event.what {
        What::Happening(happening) => Some(HappeningObject {
            time_us: event.time.as_micros(),
            place: trace.names().full_name(event.place),
            phase: happening.phase.name(),
            name: happening.name,
            detail: &happening.detail,
        }),
        _ => None,
    });
    objects.collect()
}
