//! Makes a stretch of what it hears.

use std::ops::ControlFlow;

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{PacketFate, What};

use super::{KeptPacket, Span};
use crate::source::{Listener, Told};

/// Makes a stretch of what it hears, and passes over what is before.
#[derive(Debug)]
pub(super) struct SpanMaker {
    span: Span,
    bytes: usize,
}

impl SpanMaker {
    pub(super) fn new(from: Time, until: Time) -> SpanMaker {
        SpanMaker { span: Span { from, until, ..Span::default() }, bytes: 0 }
    }

    pub(super) fn finish(self) -> Span {
        self.span
    }
}

impl Listener for SpanMaker {
    fn hear(&mut self, told: Told<'_>) -> ControlFlow<()> {
        let Told::Event { event, plain } = told else { return ControlFlow::Continue(()) };
        if event.time > self.span.until {
            return ControlFlow::Break(());
        }
        let What::Packet(packet) = &event.what else { return ControlFlow::Continue(()) };
        if packet.fate != PacketFate::Sent || event.time < self.span.from {
            return ControlFlow::Continue(());
        }
        let payload = packet.payload.clone().unwrap_or_default();
        self.bytes += payload.len() + plain.map_or(0, <[u8]>::len);
        if self.bytes <= Span::MOST_BYTES {
            let kept = KeptPacket { payload, plain: plain.map(Box::from) };
            self.span.packets.insert(packet.number, kept);
        }
        ControlFlow::Continue(())
    }
}
