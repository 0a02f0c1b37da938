//! Curves and spans out of a trace.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;

use super::{Curve, CurveKind, Span};
use crate::report::Account;
use crate::trace::{
    FrameFate, Freezes, Happening, HappeningPhase, PacketFate, Place, Series, Trace, TraceEvent,
    What,
};

/// The samples of `series`, a curve for every place.
pub(super) fn samples(trace: &Trace, series: Series, kind: CurveKind) -> Vec<Curve> {
    let mut places: BTreeMap<Place, Vec<(u64, u64)>> = BTreeMap::new();
    for event in trace.events() {
        match event.what {
            What::Sample(sample) if sample.series == series => {
                let points = places.entry(event.place).or_default();
                points.push((event.time.as_micros(), sample.value));
            }
            _ => {}
        }
    }
    curves(trace, places, kind)
}

/// Bits per second on the wire that each host sent, or received, in steps of `step` microseconds.
pub(super) fn bit_rates(account: &Account<'_>, fate: PacketFate, step: u64) -> Vec<Curve> {
    let bits = |event: &TraceEvent| match &event.what {
        What::Packet(packet) if packet.fate == fate => Some(packet.length as u64 * 8),
        _ => None,
    };
    let mut bins = binned(account, step, bits);
    for points in bins.values_mut() {
        for (_, value) in points.iter_mut() {
            *value = value.saturating_mul(1_000_000) / step.max(1);
        }
    }
    curves(account.trace, bins, CurveKind::Line)
}

/// Frames of one fate at each host in steps of `step` microseconds.
pub(super) fn frames(account: &Account<'_>, fate: FrameFate, step: u64) -> Vec<Curve> {
    let count = |event: &TraceEvent| match event.what {
        What::Frame(frame) if frame.fate == fate => Some(1),
        _ => None,
    };
    curves(account.trace, binned(account, step, count), CurveKind::Steps)
}

/// Packets that the network dropped in steps of `step` microseconds, at each place.
pub(super) fn drops(account: &Account<'_>, step: u64) -> Vec<Curve> {
    let count = |event: &TraceEvent| match &event.what {
        What::Packet(packet) => matches!(packet.fate, PacketFate::Dropped(_)).then_some(1),
        _ => None,
    };
    curves(account.trace, binned(account, step, count), CurveKind::Bars)
}

/// The delay of every frame that can be decoded, in microseconds, at each host.
pub(super) fn frame_delays(trace: &Trace) -> Vec<Curve> {
    let mut hosts: BTreeMap<Place, Vec<(u64, u64)>> = BTreeMap::new();
    for event in trace.events() {
        let What::Frame(frame) = event.what else { continue };
        if matches!(frame.fate, FrameFate::Received | FrameFate::Late) {
            let delay = u64::try_from(event.time.since(frame.sent).as_micros());
            let points = hosts.entry(event.place).or_default();
            points.push((event.time.as_micros(), delay.unwrap_or(u64::MAX)));
        }
    }
    curves(trace, hosts, CurveKind::Dots)
}

/// What was scripted to last.
pub(super) fn spans(account: &Account<'_>) -> Vec<Span> {
    let mut open: BTreeMap<(Place, &'static str), Span> = BTreeMap::new();
    let mut spans = Vec::new();
    for event in account.trace.events() {
        let What::Happening(happening) = &event.what else { continue };
        let key = (event.place, happening.name);
        match happening.phase {
            HappeningPhase::Begins => {
                let label = label(account.trace, event.place, happening);
                open.insert(key, Span { from: event.time, to: account.end, label });
            }
            HappeningPhase::Ends => {
                let ended = open.remove(&key).map(|span| Span { to: event.time, ..span });
                spans.extend(ended);
            }
            HappeningPhase::Occurs => {}
        }
    }
    spans.extend(open.into_values());
    spans.sort_by_key(|span| span.from);
    spans
}

/// Where the picture at the host of the index `host` froze.
pub(super) fn freezes(trace: &Trace, host: usize) -> Vec<Span> {
    let mut freezes = Freezes::default();
    let mut spans = Vec::new();
    for event in trace.events().iter().filter(|event| event.place == Place::Host(host)) {
        let What::Frame(frame) = event.what else { continue };
        let is_shown = matches!(frame.fate, FrameFate::Received | FrameFate::Late);
        if let Some(from) = is_shown.then(|| freezes.show(event.time)).flatten() {
            let millis = event.time.since(from).as_millis();
            spans.push(Span { from, to: event.time, label: format!("frozen for {millis} ms") });
        }
    }
    spans
}

/// A happening in words: its place if it has one, its name, its detail.
pub(super) fn label(trace: &Trace, place: Place, happening: &Happening) -> String {
    let name = happening.name.replace('-', " ");
    let place = match place {
        Place::World => String::new(),
        place => format!("{} ", trace.names().name(place)),
    };
    match happening.detail.as_str() {
        "" => format!("{place}{name}"),
        detail => format!("{place}{name}: {detail}"),
    }
}

fn curves(trace: &Trace, places: BTreeMap<Place, Vec<(u64, u64)>>, kind: CurveKind) -> Vec<Curve> {
    let curve = |(place, points): (Place, _)| {
        let label = trace.names().name(place);
        Curve { label, kind, colour: place.index(), points }
    };
    places.into_iter().map(curve).collect()
}

/// Sums of what `amount` says of each event, by place, over steps of `step` microseconds.
fn binned(
    account: &Account<'_>,
    step: u64,
    amount: impl Fn(&TraceEvent) -> Option<u64>,
) -> BTreeMap<Place, Vec<(u64, u64)>> {
    let step = step.max(1);
    let mut places: BTreeMap<Place, BTreeMap<u64, u64>> = BTreeMap::new();
    for event in account.trace.events() {
        if let Some(amount) = amount(event) {
            let bins = places.entry(event.place).or_default();
            *bins.entry(event.time.as_micros() / step).or_default() += amount;
        }
    }
    let last = account.end.back(std::time::Duration::from_nanos(1)).max(Time::ZERO);
    let steps = last.as_micros() / step;
    let filled = |bins: BTreeMap<u64, u64>| {
        let value = |bin: u64| bins.get(&bin).copied().unwrap_or(0);
        (0..=steps).map(|bin| (bin * step + step / 2, value(bin))).collect()
    };
    places.into_iter().map(|(place, bins)| (place, filled(bins))).collect()
}
