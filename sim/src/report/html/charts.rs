//! The charts of a page.

use super::{Chart, Curve, CurveKind, Span, gathering};
use crate::figures::Unit;
use crate::report::Account;
use crate::trace::{FrameFate, PacketFate, Series};

/// The charts of samples: what is sampled, the title, and what is drawn.
const SAMPLED: [(Series, Unit, &str, &str); 6] = [
    (Series::QueueBytes, Unit::Bytes, "Queue", "Bytes that wait in the queue of each link."),
    (
        Series::QueueDelay,
        Unit::Microseconds,
        "Queue delay",
        "How long the next packet would wait in the queue of each link.",
    ),
    (
        Series::JitterBufferPackets,
        Unit::Count,
        "Jitter buffer",
        "Packets that wait in the jitter buffer of each host.",
    ),
    (
        Series::JitterBufferDelay,
        Unit::Microseconds,
        "Playout delay",
        "By how much the jitter buffer of each host delays frames.",
    ),
    (Series::RoundTripTime, Unit::Microseconds, "Round trip", "As each host measures it."),
    (Series::EngineMemory, Unit::Bytes, "Memory", "What the engine of each host holds."),
];

/// The charts of a run, below each other over the same time.
pub(super) fn html(account: &Account<'_>, spans: &[Span]) -> String {
    let step = step(account);
    let chart = |title, caption, unit, curves| {
        Chart { title, caption, unit, curves, spans, end: account.end }.html()
    };
    let delays = chart(
        "Frame delay",
        "From a frame's sending to its delivery, a dot for every frame that can be decoded.",
        Unit::Microseconds,
        gathering::frame_delays(account.trace),
    );
    let lost = "What the network dropped, and where.";
    let drops = chart("Packets lost", lost, Unit::Count, gathering::drops(account, step));
    let sampled = SAMPLED.into_iter().map(|(series, unit, title, caption)| {
        let curves = gathering::samples(account.trace, series, CurveKind::Steps);
        chart(title, caption, unit, curves)
    });
    let sampled: String = sampled.collect();
    [bit_rate(account, spans, step), delays, frames(account, spans, step), drops, sampled].concat()
}

/// Steps of sums: about 150 over the run, of a round length in microseconds.
fn step(account: &Account<'_>) -> u64 {
    let wanted = account.end.as_micros() / 150;
    let round = [100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000];
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
