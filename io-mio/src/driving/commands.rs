//! Commands of other threads, and the events of the poll.

use mio::Events;

use super::tokens::{TIMER, WAKER, multicast_slot, socket_slot, stream_slot};
use super::{Driven, EventLoop};

/// Most commands taken in one round.
const COMMANDS_PER_ROUND: usize = 64;

impl<C: Send> EventLoop<C> {
    pub(super) fn take_commands<D: Driven<Command = C>>(&mut self, driven: &mut D) {
        for _ in 0..COMMANDS_PER_ROUND {
            // A channel without senders stays silent: the loop goes on without commands.
            let Ok(command) = self.commands.try_recv() else {
                return;
            };
            self.statistics.commands += 1;
            driven.handle_command(self.config.clock.now(), command);
        }
        self.has_more = true;
    }

    /// Notes what the poll has said is ready; the work is done in the round that follows.
    pub(super) fn note_events<D: Driven>(&mut self, events: &Events, driven: &mut D) {
        for event in events {
            match event.token() {
                TIMER => {
                    self.statistics.timer_expirations += 1;
                    self.timer.note_expired();
                }
                WAKER => {}
                token => {
                    if let Some(slot) = socket_slot(token) {
                        self.note_socket(slot, event);
                    } else if let Some(slot) = stream_slot(token) {
                        self.note_stream(slot, event, driven);
                    } else if let Some(slot) = multicast_slot(token) {
                        self.names.note(slot, event);
                    }
                }
            }
        }
    }
}
