//! Fields and sentences.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Field, consequence_sentence, fate_sentence, packet_fields, seconds, span_text};
use crate::chains::Consequence;
use crate::example::{lossy, simulated, timeline};
use crate::ladder::Crossing;
use crate::span::Span;

/// The fields of the first packet of an example that is meant.
fn fields_of(is_meant: impl Fn(&Crossing) -> bool) -> Vec<Field> {
    let mut source = simulated(&lossy(5), 7);
    let timeline = timeline(&mut source);
    let crossing = timeline.ladder.crossings().iter().find(|it| is_meant(it)).expect("one");
    let span = Span::make(&mut source, crossing.sent);
    packet_fields(&timeline, crossing, span.packet(crossing.number))
}

fn value(fields: &[Field], name: &str) -> String {
    let field = fields.iter().find(|field| field.name == name);
    field.unwrap_or_else(|| panic!("{name}: {fields:?}")).value.clone()
}

#[test]
fn packets_are_told_field_by_field() {
    let check = fields_of(|it| it.reading.label() == "STUN request");
    assert_eq!(value(&check, "class"), "Request");
    assert!(value(&check, "USERNAME").contains(':'));
    let hello = fields_of(|it| it.reading.label() == "ClientHello");
    assert!(value(&hello, "message").starts_with("ClientHello, number 0, bytes 0 to "));
    let video = fields_of(|it| it.reading.rtp().is_some());
    assert!(value(&video, "payload").ends_with(": several units together"), "{video:?}");
    let nack = fields_of(|it| it.reading.label().contains("NACK"));
    assert!(value(&nack, "asks for").parse::<u16>().is_ok(), "{nack:?}");
    let again = fields_of(|it| it.reading.label().starts_with("RTX of"));
    assert_eq!(format!("RTX of {}", value(&again, "sent again")), value(&again, "what"));
}

#[test]
fn a_loss_says_where_and_why() {
    let timeline = timeline(&mut simulated(&lossy(5), 7));
    let lost = timeline.ladder.crossings().iter().find(|it| it.is_lost()).expect("a lost packet");
    let sentence = fate_sentence(&timeline, lost);
    assert!(sentence.starts_with("lost at pipe:"), "{sentence}");
    assert!(sentence.ends_with(": loss"), "{sentence}");
}

#[test]
fn times_are_in_units_that_suit() {
    assert_eq!(seconds(Time::from_micros(1_000_042)), "1.000042 s");
    assert_eq!(span_text(Duration::from_micros(999)), "999 µs");
    assert_eq!(span_text(Duration::from_micros(1_250)), "1.2 ms");
    assert_eq!(span_text(Duration::from_millis(12_340)), "12.3 s");
    let froze = Consequence::Froze { from: Time::ZERO, until: Time::from_millis(250) };
    assert_eq!(consequence_sentence(&froze), "the picture stands still for 250.0 ms");
}
