//! One stretch of a run, with the bytes of its packets: made again when it is looked at.

mod kept_packet;
#[expect(clippy::module_inception, reason = "the span is what the module is about")]
mod span;
mod span_maker;

pub use kept_packet::KeptPacket;
pub use span::Span;

use span_maker::SpanMaker;
