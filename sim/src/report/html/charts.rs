//! The charts of a page.

use super::{Chart, Curve, CurveKind, Span, gathering};
use crate::figures::Unit;
use crate::report::Account;
use crate::trace::{FrameFate, PacketFate, Series};

/// The charts of a run, below each other over the same time.
pub(super) fn html(account: &Account<'_>, spans: &[Span]) -> String {
    let step = step(account);
    let chart = |title, caption, unit, curves| {
        Chart { title, caption, unit, curves, spans, end: account.end }.html()
    };
    let samples = |series| gathering::samples(account.trace, series, CurveKind::Steps);
    [
        bit_rate(account, spans, step),
        chart(
            "Frame delay",
            "From a frame's sending to its delivery, a dot for every frame that can be decoded.",
            Unit::Microseconds,
            gathering::frame_delays(account.trace),
        ),
        frames(account, spans, step),
        chart(
            "Packets lost",
            "What the network dropped, and where.",
            Unit::Count,
            gathering::drops(account, step),
        ),
        chart(
            "Queue",
            "Bytes that wait in the queue of each link.",
            Unit::Bytes,
            samples(Series::QueueBytes),
        ),
        chart(
            "Queue delay",
            "How long the next packet would wait in the queue of each link.",
            Unit::Microseconds,
            samples(Series::QueueDelay),
        ),
        chart(
            "Jitter buffer",
            "Packets that wait in the jitter buffer of each host.",
            Unit::Count,
            samples(Series::JitterBufferPackets),
        ),
        chart(
            "Playout delay",
            "By how much the jitter buffer of each host delays frames.",
            Unit::Microseconds,
            samples(Series::JitterBufferDelay),
        ),
        chart(
            "Round trip",
            "As each host measures it.",
            Unit::Microseconds,
            samples(Series::RoundTripTime),
        ),
        chart(
            "Memory",
            "What the engine of each host holds.",
            Unit::Bytes,
            samples(Series::EngineMemory),
        ),
    ]
    .concat()
}

/// Steps of sums: about 150 over the run, of a round length in microseconds.
fn step(account: &Account<'_>) -> u64 {
    let wanted = account.end.as_micros() / 150;
    let round = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000];
    round.into_iter().find(|step| *step >= wanted).unwrap_or(wanted.max(1))
}

fn bit_rate(account: &Account<'_>, spans: &[Span], step: u64) -> String {
    let mut curves = labelled(gathering::bit_rates(account, PacketFate::Sent, step), "sends", 0);
    let received = gathering::bit_rates(account, PacketFate::Delivered, step);
    curves.extend(labelled(received, "receives", 2));
    let (title, caption) = ("Bit rate", "UDP payload that hosts send and receive.");
    Chart { title, caption, unit: Unit::BitsPerSecond, curves, spans, end: account.end }.html()
}

fn frames(account: &Account<'_>, spans: &[Span], step: u64) -> String {
    let fates = [
        (FrameFate::Received, "receives", 0),
        (FrameFate::Undecodable, "cannot decode", 2),
        (FrameFate::Skipped, "misses", 4),
    ];
    let curves = fates.into_iter().flat_map(|(fate, word, shift)| {
        labelled(gathering::frames(account, fate, step), word, shift)
    });
    let (title, caption) = ("Frames", "Frames in each step of time, by what became of them.");
    let curves = curves.collect();
    Chart { title, caption, unit: Unit::Count, curves, spans, end: account.end }.html()
}

fn labelled(curves: Vec<Curve>, word: &str, shift: usize) -> Vec<Curve> {
    let labelled = |curve: Curve| Curve {
        label: format!("{} {word}", curve.label),
        colour: curve.colour + shift,
        ..curve
    };
    curves.into_iter().map(labelled).collect()
}
