//! How a call came about, packet by packet.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;
use roomrtc_core::session::Event;

use super::chart::Chart;
use super::{Axis, Scale, escape};
use crate::figures::Unit;
use crate::report::Account;
use crate::trace::{PacketClass, PacketEvent, PacketFate, Place, TraceEvent, What};

/// Events that are drawn.
const MOST_EVENTS: usize = 400;
/// Pixels above and below the ladder.
const TOP: f64 = 30.0;
const BOTTOM: f64 = 400.0;

/// Every packet until the call was connected, as arrows between those who sent and received them;
/// nothing if it never was, or nothing was kept.
pub(super) fn html(account: &Account<'_>) -> String {
    let (events, end) = window(account);
    let columns = columns(events);
    let Some(first) = events.first().filter(|_| columns.len() > 1) else { return String::new() };
    let (least, greatest) = (first.time.as_micros(), end.as_micros());
    let y = Axis { least, greatest: greatest.max(least + 1), start: TOP, end: BOTTOM };
    let told = events.iter().map(|event| told(event, &columns, &y));
    format!(
        "<figure><figcaption><h3>Connecting</h3><ul class=\"legend\"><li class=\"c0\">STUN</li>\
         <li class=\"c1\">DTLS</li><li class=\"c2\">RTP</li><li class=\"c4\">RTCP</li>\
         <li class=\"bad\">lost</li></ul><p>Every packet from the first to the end of the \
         handshake; time goes down.</p></figcaption>\
         <svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Connecting\">{}{}{}{}</svg></figure>\n",
        Chart::WIDTH,
        BOTTOM + 14.0,
        time_marks(&y),
        poles(account, &columns),
        arrows(events, &columns, &y),
        told.collect::<String>(),
    )
}

/// The events from the first packet until a little after both ends are connected.
fn window<'a>(account: &Account<'a>) -> (&'a [TraceEvent], Time) {
    let events = account.trace.events();
    let connected = account.trace.tally().hosts().iter().filter_map(|host| host.connected);
    let is_packet = |event: &TraceEvent| matches!(event.what, What::Packet(_));
    let first = events.iter().position(is_packet);
    let (Some(first), Some(connected)) = (first, connected.max()) else {
        return (&[], Time::ZERO);
    };
    let start = events.get(first).map_or(Time::ZERO, |event| event.time);
    let end = connected + connected.since(start) / 20;
    let events = events.get(first..).unwrap_or_default();
    let until = events.iter().position(|event| event.time > end).unwrap_or(events.len());
    (events.get(..until.min(MOST_EVENTS)).unwrap_or_default(), end)
}

/// The pixel of everyone who sends or receives.
fn columns(events: &[TraceEvent]) -> BTreeMap<Place, f64> {
    let mut columns = BTreeMap::new();
    for event in events {
        let What::Packet(packet) = &event.what else { continue };
        if matches!(packet.fate, PacketFate::Sent | PacketFate::Delivered) {
            columns.insert(event.place, 0.0);
        }
    }
    let (left, right) = (Chart::LEFT + 170.0, Chart::RIGHT - 170.0);
    let gaps = columns.len().saturating_sub(1).max(1) as f64;
    for (place, pixel) in columns.values_mut().enumerate() {
        *pixel = left + place as f64 * (right - left) / gaps;
    }
    columns
}

fn poles(account: &Account<'_>, columns: &BTreeMap<Place, f64>) -> String {
    let pole = |(place, x): (&Place, &f64)| {
        format!(
            "<path class=\"pole\" d=\"M{x:.1} {TOP}V{BOTTOM}\"/>\
             <text class=\"name\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            TOP - 12.0,
            escape(&account.trace.names().name(*place)),
        )
    };
    columns.iter().map(pole).collect()
}

fn time_marks(y: &Axis) -> String {
    let scale = Scale::of(Unit::Microseconds, y.greatest);
    let tick = |time: u64| {
        let pixel = y.pixel(time);
        format!(
            "<path class=\"grid\" d=\"M{} {pixel:.1}H{}\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{} {}</text>",
            Chart::LEFT + 10.0,
            Chart::RIGHT,
            Chart::LEFT,
            pixel + 4.0,
            scale.text(time),
            scale.name,
        )
    };
    y.ticks(8).into_iter().map(tick).collect()
}

/// An arrow for every delivery, and a stump for every loss.
fn arrows(events: &[TraceEvent], columns: &BTreeMap<Place, f64>, y: &Axis) -> String {
    let mut senders: BTreeMap<u64, Place> = BTreeMap::new();
    let mut output = String::new();
    for event in events {
        let What::Packet(packet) = &event.what else { continue };
        if packet.fate == PacketFate::Sent {
            senders.insert(packet.number, event.place);
        }
        let Some(from) = senders.get(&packet.number).and_then(|place| columns.get(place)) else {
            continue;
        };
        let start = y.pixel(packet.sent.as_micros());
        let end = y.pixel(event.time.as_micros());
        output.push_str(&match (packet.fate, columns.get(&event.place)) {
            (PacketFate::Delivered, Some(to)) => arrow(packet, *from, start, *to, end),
            (PacketFate::Dropped(cause), _) => stump(packet, cause.name, *from, start, columns),
            _ => continue,
        });
    }
    output
}

fn arrow(packet: &PacketEvent, from: f64, start: f64, to: f64, end: f64) -> String {
    let back = if to > from { -7.0 } else { 7.0 };
    format!(
        "<path class=\"line {}\" d=\"M{from:.1} {start:.1}L{to:.1} {end:.1}l{back} -4m{} 4l{back} 4\">\
         <title>{}</title></path>",
        colour(packet.class),
        -back,
        escape(&title(packet)),
    )
}

/// A packet that is lost goes half the way towards the next column.
fn stump(
    packet: &PacketEvent,
    cause: &str,
    from: f64,
    start: f64,
    columns: &BTreeMap<Place, f64>,
) -> String {
    let right = columns.values().copied().find(|x| *x > from);
    let left = columns.values().copied().rfind(|x| *x < from);
    let other = right.or(left).unwrap_or(from);
    let middle = (from + other) / 2.0;
    format!(
        "<path class=\"line bad\" d=\"M{from:.1} {start:.1}L{middle:.1} {:.1}m-4 -4l8 8m0 -8l-8 8\">\
         <title>{}, lost: {}</title></path>",
        start + 6.0,
        escape(&title(packet)),
        escape(cause),
    )
}

/// What the engine told, beside its pole.
fn told(event: &TraceEvent, columns: &BTreeMap<Place, f64>, y: &Axis) -> String {
    let What::Engine(told) = &event.what else { return String::new() };
    let label = match told {
        Event::IceConnected => "path found",
        Event::Connected => "connected",
        _ => return String::new(),
    };
    let Some(x) = columns.get(&event.place) else { return String::new() };
    let is_first = columns.values().next() == Some(x);
    let (shift, anchor) = if is_first { (-9.0, "end") } else { (9.0, "start") };
    let pixel = y.pixel(event.time.as_micros());
    format!(
        "<circle class=\"good\" cx=\"{x:.1}\" cy=\"{pixel:.1}\" r=\"4\"/>\
         <text class=\"label\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{label}</text>",
        x + shift,
        pixel + 4.0,
    )
}

fn title(packet: &PacketEvent) -> String {
    let PacketEvent { number, class, length, source, destination, .. } = packet;
    format!("#{number} {}, {length} bytes, {source} to {destination}", class.name())
}

fn colour(class: PacketClass) -> &'static str {
    match class {
        PacketClass::Stun => "c0",
        PacketClass::Dtls => "c1",
        PacketClass::Rtp => "c2",
        PacketClass::Rtcp => "c4",
        PacketClass::Other => "c5",
    }
}
