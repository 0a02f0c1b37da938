//! The way in of RTP: parse, route, receive.

use std::time::Duration;

use super::MediaEngine;
use crate::base::Time;
use crate::media::DropReason;
use crate::rtp::Packet;

/// The least time between two changes of our SSRCs because of collisions: no peer is to keep us
/// busy with them.
const COLLISION_INTERVAL: Duration = Duration::from_secs(10);

impl MediaEngine {
    /// Takes in an unprotected RTP packet. `packet` is left empty if it was kept; its buffer is
    /// then another one.
    pub fn handle_rtp(&mut self, now: Time, packet: &mut Vec<u8>) {
        let Ok(parsed) = Packet::parse(packet) else {
            return self.drops.add(DropReason::MalformedRtp, 1);
        };
        let header = parsed.header;
        if self.is_own(header.ssrc) {
            self.drops.add(DropReason::SourceCollision, 1);
            return self.resolve_collision(now, header.ssrc);
        }
        let Some(index) = self.router.route(&parsed, &self.receivers) else {
            return self.drops.add(DropReason::UnknownSource, 1);
        };
        let start = parsed.payload_offset();
        let payload = start..start + parsed.payload().len();
        if payload.end > usize::from(u16::MAX) {
            return self.drops.add(DropReason::MalformedRtp, 1);
        }
        self.receivers[index].receive(now, &header, payload, packet, &mut self.pool);
    }

    pub(super) fn is_own(&self, ssrc: u32) -> bool {
        self.senders.iter().any(|sender| sender.is_of(ssrc))
    }

    /// Says BYE with the SSRC that the other side uses too, and sends under another one, RFC 3550
    /// section 8.2.
    pub(super) fn resolve_collision(&mut self, now: Time, ssrc: u32) {
        let last = self.last_collision;
        if last.is_some_and(|last| now.since(last) < COLLISION_INTERVAL) {
            return;
        }
        self.last_collision = Some(now);
        if let Some(sender) = self.senders.iter_mut().find(|sender| sender.is_of(ssrc)) {
            if sender.statistics.packets_sent > 0 {
                self.leaving.push(sender.ssrc);
            }
            sender.clear_queue();
            sender.draw_numbers(&mut self.random);
        }
    }
}
