//! An event as one line of text.

use std::fmt;
use std::time::Duration;

use roomrtc_core::base::Time;

use super::{
    FrameEvent, FrameFate, Names, PacketEvent, PacketFate, TraceEvent, What, engine_event,
};

/// An event as one line of text, without its end. The form is stable; the module documents it.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    event: &'a TraceEvent,
    names: &'a Names,
}

impl<'a> Line<'a> {
    /// The line of `event`, with places called as in `names`.
    pub fn new(event: &'a TraceEvent, names: &'a Names) -> Line<'a> {
        Line { event, names }
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TraceEvent { time, place, what } = self.event;
        write_seconds(f, *time)?;
        write!(f, " {} {}", self.names.full_name(*place), what.name())?;
        match what {
            What::Packet(packet) => write_packet(f, packet, *time),
            What::Engine(event) => {
                let (name, detail) = engine_event::describe(event);
                write_named(f, name, &detail)
            }
            What::Signalling(message) => {
                write!(f, " {} {}", message.direction.name(), message.message)?;
                write!(f, " {} bytes", message.length)?;
                write_detail(f, &message.detail)
            }
            What::Frame(frame) => write_frame(f, frame, *time),
            What::KeyFrameRequest => Ok(()),
            What::Happening(happening) => {
                write!(f, " {}", happening.phase.name())?;
                write_named(f, happening.name, &happening.detail)
            }
            What::Sample(sample) => {
                let series = sample.series;
                write!(f, " {} {} {}", series.name(), sample.value, series.unit())
            }
        }
    }
}

fn write_seconds(f: &mut fmt::Formatter<'_>, time: Time) -> fmt::Result {
    let nanos = time.as_nanos();
    write!(f, "{}.{:09}", nanos / 1_000_000_000, nanos % 1_000_000_000)
}

fn write_named(f: &mut fmt::Formatter<'_>, name: &str, detail: &str) -> fmt::Result {
    write!(f, " {name}")?;
    write_detail(f, detail)
}

/// A detail never breaks the line it is on.
fn write_detail(f: &mut fmt::Formatter<'_>, detail: &str) -> fmt::Result {
    match detail {
        "" => Ok(()),
        _ => write!(f, " {}", detail.replace(char::is_control, " ")),
    }
}

fn write_packet(f: &mut fmt::Formatter<'_>, packet: &PacketEvent, now: Time) -> fmt::Result {
    let PacketEvent { fate, number, class, length, source, destination, ecn, .. } = packet;
    write!(f, " {} #{number} {} {length} bytes", fate.name(), class.name())?;
    write!(f, " {source}>{destination} ecn={ecn}")?;
    if *fate == PacketFate::Delivered {
        write_delay(f, now.since(packet.sent))?;
    }
    if let Some(hash) = packet.hash {
        write!(f, " hash={hash:016x}")?;
    }
    if let Some(cause) = fate.cause() {
        write!(f, " {cause}")?;
    }
    if let Some(until) = fate.until() {
        f.write_str(" until=")?;
        write_seconds(f, until)?;
    }
    Ok(())
}

fn write_frame(f: &mut fmt::Formatter<'_>, frame: &FrameEvent, now: Time) -> fmt::Result {
    let FrameEvent { fate, from, number, length, .. } = frame;
    write!(f, " {} #{number} from={from} {length} bytes", fate.name())?;
    if frame.is_key_frame {
        f.write_str(" key")?;
    }
    match fate {
        FrameFate::Received | FrameFate::Late | FrameFate::Undecodable => {
            write_delay(f, now.since(frame.sent))
        }
        FrameFate::Sent | FrameFate::Skipped => Ok(()),
    }
}

fn write_delay(f: &mut fmt::Formatter<'_>, delay: Duration) -> fmt::Result {
    write!(f, " delay={}.{:03}ms", delay.as_millis(), delay.as_micros() % 1_000)
}
