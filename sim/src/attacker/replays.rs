//! Copies that wait.

use std::collections::BTreeMap;

use roomrtc_core::base::Time;

use super::Replay;
use crate::network::Packet;

/// Repetitions of a packet at most.
const MOST_TIMES: u8 = 64;

/// Copies that wait at most, whatever the parameters say.
const MOST_WAITING: usize = 65_536;

/// Copies of genuine packets that wait to be sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Replays {
    /// By the time that they are due and their ordinal.
    waiting: BTreeMap<(Time, u64), Packet>,
    ordinal: u64,
}

impl Replays {
    /// Keeps copies of a packet as the parameters say.
    pub(super) fn keep(&mut self, now: Time, replay: &Replay, packet: &Packet) {
        let interval = replay.interval.duration();
        for repetition in 0..u32::from(replay.times.min(MOST_TIMES)) {
            let due = now + replay.delay.duration() + interval.saturating_mul(repetition);
            if replay.forwards {
                self.push(due, replay, packet.clone());
            }
            if replay.backwards {
                let (source, destination) = (packet.destination, packet.source);
                self.push(due, replay, Packet { source, destination, ..packet.clone() });
            }
        }
    }

    fn push(&mut self, due: Time, replay: &Replay, packet: Packet) {
        if self.waiting.len() < replay.most_waiting.min(MOST_WAITING) {
            self.ordinal += 1;
            self.waiting.insert((due, self.ordinal), packet);
        }
    }

    pub(super) fn pop(&mut self, now: Time) -> Option<Packet> {
        let first = self.waiting.first_entry().filter(|entry| entry.key().0 <= now)?;
        Some(first.remove())
    }

    pub(super) fn due(&self) -> Option<Time> {
        self.waiting.first_key_value().map(|((due, _), _)| *due)
    }
}
