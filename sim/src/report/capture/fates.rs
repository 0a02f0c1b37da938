//! What became of every packet, in words.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::trace::{Cause, PacketEvent, PacketFate, Trace, TraceEvent, What};

/// What became of every packet, as places in a trace.
#[derive(Debug)]
pub(super) struct Fates<'a> {
    trace: &'a Trace,
    by_packet: BTreeMap<u64, Vec<usize>>,
}

impl<'a> Fates<'a> {
    /// Events of a packet that are told; a packet that loops or is copied over and over has more.
    const MOST: usize = 16;

    pub(super) fn of(trace: &'a Trace) -> Fates<'a> {
        let mut by_packet: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (place, event) in trace.events().iter().enumerate() {
            let What::Packet(packet) = &event.what else { continue };
            let events = by_packet.entry(packet.number).or_default();
            if packet.fate != PacketFate::Sent && events.len() < Fates::MOST {
                events.push(place);
            }
        }
        Fates { trace, by_packet }
    }

    /// What became of the packet `number`: `delayed: jitter caller-up #3; delivered +23.400 ms`.
    pub(super) fn text(&self, number: u64) -> String {
        let places = self.by_packet.get(&number).map(Vec::as_slice).unwrap_or_default();
        let events = places.iter().filter_map(|place| self.trace.events().get(*place));
        let texts: Vec<String> = events.filter_map(|event| self.event_text(event)).collect();
        match texts.as_slice() {
            [] => format!("packet #{number}: on its way at the end"),
            texts => format!("packet #{number}: {}", texts.join("; ")),
        }
    }

    fn event_text(&self, event: &TraceEvent) -> Option<String> {
        let What::Packet(packet) = &event.what else { return None };
        let by = |word: &str, cause: Cause| {
            let place = self.trace.names().name(event.place);
            let ordinal = cause.ordinal.map_or_else(String::new, |ordinal| format!(" #{ordinal}"));
            format!("{word}: {} {place}{ordinal}", cause.name)
        };
        Some(match packet.fate {
            PacketFate::Sent => return None,
            PacketFate::Delivered => format!("delivered {}", after(event, packet)),
            PacketFate::Dropped(cause) => by("lost", cause),
            PacketFate::Delayed { cause, .. } => by("delayed", cause),
            PacketFate::Duplicated { cause, .. } => by("duplicated", cause),
            PacketFate::Corrupted(cause) => by("corrupted", cause),
            PacketFate::Marked(cause) => by("marked", cause),
            PacketFate::Translated => {
                let name = self.trace.names().name(event.place);
                format!("translated: {name} {}>{}", packet.source, packet.destination)
            }
        })
    }
}

fn after(event: &TraceEvent, packet: &PacketEvent) -> String {
    let delay: Duration = event.time.since(packet.sent);
    format!("+{}.{:03} ms", delay.as_millis(), delay.as_micros() % 1_000)
}
