//! Datagrams in and out.

use mio::event::Event;
use roomrtc_core::session::Transmit;

use super::{Driven, EventLoop};

/// Most transmits taken from the driven in one round.
const TRANSMITS_PER_ROUND: usize = 256;

/// The transmit buffer is not kept beyond this once a burst is over.
const MOST_OUTPUT_KEPT: usize = 256 * 1024;

impl<C: Send> EventLoop<C> {
    pub(super) fn note_socket(&mut self, slot: usize, event: &Event) {
        let Some(endpoint) = self.sockets.in_slot(slot) else {
            return;
        };
        if event.is_readable() || event.is_error() {
            endpoint.note_readable();
        }
        if event.is_writable() {
            endpoint.flush(&mut self.statistics);
        }
    }

    pub(super) fn receive<D: Driven>(&mut self, driven: &mut D) {
        let clock = self.config.clock;
        for endpoint in self.sockets.iter_mut().filter(|endpoint| endpoint.is_readable()) {
            endpoint.receive(&mut self.buffers, &mut self.statistics, |datagram| {
                driven.handle_datagram(clock.now(), datagram);
            });
        }
    }

    pub(super) fn transmit<D: Driven>(&mut self, driven: &mut D) {
        let mut count = 0;
        while count < TRANSMITS_PER_ROUND {
            self.output.clear();
            let Some(transmit) = driven.poll_transmit(&mut self.output) else {
                break;
            };
            self.send(&transmit);
            count += 1;
        }
        self.has_more |= count == TRANSMITS_PER_ROUND;
        self.output.clear();
        self.output.shrink_to(MOST_OUTPUT_KEPT);
        self.watch_blocked();
    }

    fn send(&mut self, transmit: &Transmit) {
        let unreachable = self.statistics.dropped_unreachable;
        if let Some(endpoint) = self.sockets.bound_to(transmit.local) {
            endpoint.send(transmit, &self.output, &mut self.statistics);
        } else {
            self.statistics.dropped_no_socket += 1;
        }
        if self.statistics.dropped_unreachable > unreachable {
            self.list_soon();
        }
    }

    /// Waits for room only where something waits to be sent.
    fn watch_blocked(&mut self) {
        for endpoint in self.sockets.iter_mut() {
            if let Err(error) = endpoint.update_interest(self.poll.registry()) {
                tracing::warn!(local = %endpoint.local(), %error, "cannot wait for room to send");
            }
        }
    }
}
