//! What happened in a run: its events, their hash and their tally.
//!
//! A [`Trace`] takes every event of a run, in order, as a place and a [`What`]. Three things follow.
//!
//! - A hash: xxh3-64 over the canonical form of each event, in order. It is the same at every
//!   [`TraceLevel`], in debug and release, and on every machine: two runs are the same run if their
//!   hashes are.
//! - A [`Tally`]: counts, from which the figures of a run are made. Also at every level.
//! - The events themselves, where the level keeps them, up to a stated number.
//!
//! # The canonical form
//!
//! Integers are little-endian, strings a 32-bit length and their UTF-8. Every event begins with its
//! time (64 bits of nanoseconds), its place (a byte for its kind, 32 bits for its index) and a byte
//! for what it is; its fields follow in the order in which they are declared. Of a packet's bytes
//! the form holds the xxh3-64, where they are new: as it is sent, and as it is changed.
//!
//! # The text
//!
//! One event is one line, as [`Trace::line`] writes it: seconds with nine decimals, the place,
//! what it is, and then its fields, of which all but the first few are `name=value`:
//!
//! ```text
//! 0.150250000 host:caller packet sent #17 dtls 189 bytes 10.0.0.1:50000>203.0.113.9:50000 ecn=0 hash=5f…
//! 0.150250000 pipe:caller-up packet dropped #17 dtls 189 bytes 10.0.0.1:50000>203.0.113.9:50000 ecn=0 cause=loss ordinal=4
//! 1.000000000 host:callee frame received #30 from=0 1200 bytes key delay=25.100ms
//! 2.000000000 pipe:caller-up sample queue-bytes 64000 bytes
//! ```
//!
//! Left out: what a pixel looks like, and any state of an engine that it does not tell of itself.

mod canonical;
mod cause;
mod direction;
mod engine_event;
mod frame_event;
mod frame_fate;
mod freezes;
mod happening;
mod happening_phase;
mod host_tally;
mod line;
mod names;
mod packet_class;
mod packet_event;
mod packet_fate;
mod place;
mod repairs;
mod running_hash;
mod sample;
mod series;
mod session_keys;
mod signalling_event;
mod tally;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "the trace is what the module is about")]
mod trace;
mod trace_event;
mod trace_level;
mod what;

pub use cause::Cause;
pub use direction::Direction;
pub use frame_event::FrameEvent;
pub use frame_fate::FrameFate;
pub use freezes::Freezes;
pub use happening::Happening;
pub use happening_phase::HappeningPhase;
pub use host_tally::HostTally;
pub use line::Line;
pub use names::Names;
pub use packet_class::PacketClass;
pub use packet_event::PacketEvent;
pub use packet_fate::PacketFate;
pub use place::Place;
pub use repairs::Repairs;
pub use sample::Sample;
pub use series::Series;
pub use session_keys::SessionKeys;
pub use signalling_event::SignallingEvent;
pub use tally::Tally;
pub use trace::Trace;
pub use trace_event::TraceEvent;
pub use trace_level::TraceLevel;
pub use what::What;

use canonical::Canonical;
use running_hash::RunningHash;
