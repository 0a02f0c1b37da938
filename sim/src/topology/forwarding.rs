//! The way of a packet through the segments.

use roomrtc_core::base::Time;

use super::{Attachment, Delivery, LossCause, Network};
use crate::nat::NatVerdict;
use crate::network::Packet;

impl Network {
    /// Most NATs that a packet crosses.
    const MOST_HOPS: usize = 8;

    /// Takes a packet through segments and NATs, from `segment` on.
    pub fn forward(&mut self, now: Time, segment: usize, packet: &mut Packet) -> Delivery {
        let mut segment = segment;
        for _ in 0..Network::MOST_HOPS {
            match self.hop(now, segment, packet) {
                Ok(next) => segment = next,
                Err(end) => return end,
            }
        }
        Delivery::Lost(LossCause::Loop)
    }

    /// The next segment, or where the packet's way ends.
    fn hop(&mut self, now: Time, segment: usize, packet: &mut Packet) -> Result<usize, Delivery> {
        let here = &self.segments[segment];
        match here.routes.get(&packet.destination.ip()) {
            Some(Attachment::Host { pipe }) => Err(Delivery::Pipe(*pipe)),
            Some(Attachment::StunServer(index)) => Err(Delivery::StunServer(*index)),
            Some(Attachment::Nat(index)) => {
                let node = &mut self.nats[*index];
                match node.nat.inbound(now, packet) {
                    NatVerdict::Drop(_) => Err(Delivery::Lost(LossCause::Nat)),
                    NatVerdict::Forward | NatVerdict::Hairpin => Ok(node.inside),
                }
            }
            None => {
                let gateway = here.gateway.ok_or(Delivery::Lost(LossCause::NoRoute))?;
                let node = &mut self.nats[gateway];
                match node.nat.outbound(now, packet) {
                    NatVerdict::Drop(_) => Err(Delivery::Lost(LossCause::Nat)),
                    NatVerdict::Forward => Ok(node.outside),
                    NatVerdict::Hairpin => Ok(node.inside),
                }
            }
        }
    }
}
