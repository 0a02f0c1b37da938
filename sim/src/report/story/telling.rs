//! Picks what is worth telling.

use std::collections::BTreeMap;

use roomrtc_core::session::Event;

use super::Moment;
use crate::trace::{
    Direction, FrameFate, Freezes, Happening, HappeningPhase, Place, SignallingEvent, Trace,
    TraceEvent, What,
};

/// What is worth telling of a run, in order. A trace that kept no events has no story.
pub fn story(trace: &Trace) -> Vec<Moment> {
    let mut freezes: BTreeMap<Place, Freezes> = BTreeMap::new();
    let mut moments = Vec::new();
    for event in trace.events() {
        let what = match &event.what {
            What::Engine(told) => engine(told).map(str::to_owned),
            What::Signalling(message) => signalling(message),
            What::Happening(happening) => Some(scripted(happening)),
            What::Frame(frame) if matches!(frame.fate, FrameFate::Received | FrameFate::Late) => {
                picture(event, &mut freezes)
            }
            _ => None,
        };
        moments.extend(what.map(|what| Moment {
            time: event.time,
            who: who(trace, event.place),
            what,
        }));
    }
    moments
}

fn who(trace: &Trace, place: Place) -> String {
    match place {
        Place::World => String::new(),
        place => trace.names().name(place),
    }
}

fn engine(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::NothingAgreed => "offer and answer agree on no media",
        Event::IceConnected => "path found",
        Event::IceDisconnected => "path lost",
        Event::IceFailed => "ICE has given up",
        Event::Connected => "connected: the handshake is complete",
        Event::FingerprintMismatch => "the certificate is not the one that was described",
        Event::DtlsFailed(_) => "the handshake failed",
        Event::SourceEnded { .. } => "the other side has ended its video",
        Event::ClosedByPeer => "the other side has closed the session",
        _ => return None,
    })
}

fn signalling(message: &SignallingEvent) -> Option<String> {
    let is_description =
        [SignallingEvent::OFFER, SignallingEvent::ANSWER].contains(&message.message);
    let word = match message.direction {
        Direction::Sent => "sends its",
        Direction::Received => "receives the",
    };
    is_description.then(|| format!("{word} {}", message.message))
}

fn scripted(happening: &Happening) -> String {
    let name = happening.name.replace('-', " ");
    let detail = match happening.detail.as_str() {
        "" => String::new(),
        detail => format!(": {detail}"),
    };
    match happening.phase {
        HappeningPhase::Begins => format!("{name} begins{detail}"),
        HappeningPhase::Ends => format!("{name} ends{detail}"),
        HappeningPhase::Occurs => format!("{name}{detail}"),
    }
}

fn picture(event: &TraceEvent, freezes: &mut BTreeMap<Place, Freezes>) -> Option<String> {
    let is_first = !freezes.contains_key(&event.place);
    let froze = freezes.entry(event.place).or_default().show(event.time);
    match froze {
        Some(from) => {
            let millis = event.time.since(from).as_millis();
            Some(format!("the picture moves again after {millis} ms"))
        }
        None => is_first.then(|| "sees its first frame".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::html::example::with_account;

    #[test]
    fn a_run_is_told_in_order() {
        let story = with_account(|account| story(account.trace));
        let told: Vec<String> = story.iter().map(Moment::to_string).collect();
        let expected = [
            "    0.000 s  caller      sends its offer",
            "    0.025 s  callee      receives the offer",
            "    0.050 s  caller      receives the answer",
            "    0.100 s  caller      path found",
            "    0.200 s  caller      connected: the handshake is complete",
            "    0.225 s  callee      connected: the handshake is complete",
            "    0.326 s  callee      sees its first frame",
            "    0.326 s  caller      sees its first frame",
            "    6.900 s              outage begins: 3 s",
            "    9.870 s              outage ends",
            "    9.897 s  callee      the picture moves again after 3003 ms",
            "    9.897 s  caller      the picture moves again after 3003 ms",
        ];
        assert_eq!(told, expected);
    }
}
