//! Times, fates and consequences in words.

use std::time::Duration;

use roomrtc_core::base::Time;

use crate::chains::Consequence;
use crate::ladder::{Crossing, Fate, Loss};
use crate::timeline::Timeline;

/// A time of the world, in seconds with six decimals.
pub fn seconds(time: Time) -> String {
    let micros = time.as_micros();
    format!("{}.{:06} s", micros / 1_000_000, micros % 1_000_000)
}

/// How long something took, in the unit that suits.
pub fn span_text(span: Duration) -> String {
    let micros = span.as_micros();
    match micros {
        0..1_000 => format!("{micros} µs"),
        1_000..10_000_000 => format!("{}.{:01} ms", micros / 1_000, micros % 1_000 / 100),
        _ => format!("{}.{:01} s", micros / 1_000_000, micros % 1_000_000 / 100_000),
    }
}

/// What became of a packet.
pub fn fate_sentence(timeline: &Timeline, crossing: &Crossing) -> String {
    match &crossing.fate {
        Fate::Unknown => "it is not known whether it arrived".to_owned(),
        Fate::Arrived(time) => {
            let copies = match crossing.copies {
                0 => String::new(),
                copies => format!(", and {copies} more of it later"),
            };
            format!("arrived after {}{copies}", span_text(time.since(crossing.sent)))
        }
        Fate::Lost(loss) => format!("lost {}", loss_place(timeline, loss)),
    }
}

fn loss_place(timeline: &Timeline, loss: &Loss) -> String {
    let ordinal = loss.ordinal.map(|ordinal| format!(", its packet #{ordinal}"));
    match loss.place {
        None => "on the way: it was sent, and never received".to_owned(),
        Some(place) => {
            let (name, ordinal) = (timeline.name(place), ordinal.unwrap_or_default());
            format!("at {name}{ordinal}: {}", loss.cause)
        }
    }
}

/// What came of a lost packet, one link of the chain.
pub fn consequence_sentence(consequence: &Consequence) -> String {
    match consequence {
        Consequence::Noticed { packet, .. } => {
            format!("its absence can be seen: packet #{packet} comes, which is later")
        }
        Consequence::Waited { from, until: Some(until) } => {
            format!("the jitter buffer waits for it for {}", span_text(until.since(*from)))
        }
        Consequence::Waited { until: None, .. } => {
            "the jitter buffer waits for it to the end".to_owned()
        }
        Consequence::Asked { packet, has_arrived, .. } => {
            let lost = if *has_arrived { "" } else { ", which does not arrive" };
            format!("asked for: NACK in packet #{packet}{lost}")
        }
        Consequence::SentAgain { time, packet, arrived } => {
            let arrived = match arrived {
                Some(arrived) => format!("arrives after {}", span_text(arrived.since(*time))),
                None => "does not arrive".to_owned(),
            };
            format!("sent again: packet #{packet}, which {arrived}")
        }
        other => outcome_sentence(other),
    }
}

fn outcome_sentence(consequence: &Consequence) -> String {
    match consequence {
        Consequence::Repaired { packet, .. } => format!("repaired by packet #{packet}"),
        Consequence::GivenUp { .. } => "the jitter buffer goes on without it".to_owned(),
        Consequence::KeyFrameAsked { packet, .. } => {
            format!("a key frame is asked for: PLI in packet #{packet}")
        }
        Consequence::KeyFrameSent { frame, .. } => format!("a key frame is sent: frame {frame}"),
        Consequence::FrameInTime { .. } => "its frame is shown, no later than others".to_owned(),
        Consequence::FrameLate { by, .. } => format!("its frame is shown {} late", span_text(*by)),
        Consequence::FrameLost { count: 0 | 1, .. } => "its frame is never shown".to_owned(),
        Consequence::FrameLost { count, .. } => {
            format!("its frame is never shown, nor are {} after it", count - 1)
        }
        Consequence::Froze { from, until } => {
            format!("the picture stands still for {}", span_text(until.since(*from)))
        }
        _ => String::new(),
    }
}
