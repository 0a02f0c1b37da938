//! The source that a media section receives.

use std::time::Duration;

use super::received_window::ReceivedWindow;
use super::reception::Reception;
use crate::base::Time;
use crate::rtcp::{NtpTime, ReportBlock};
use crate::rtp::{MediaClock, SequenceNumbers};

/// The state of one synchronization source that is received.
#[derive(Clone, Debug)]
pub(in crate::media) struct Source {
    pub(in crate::media) ssrc: u32,
    pub(super) numbers: SequenceNumbers,
    pub(super) reception: Reception,
    pub(super) window: Box<ReceivedWindow>,
    /// The compact time of its last sender report, and when that arrived.
    last_sender_report: Option<(u32, Time)>,
    pub(super) last_packet: Time,
    pub(super) has_said_goodbye: bool,
    is_heard: bool,
}

impl Source {
    /// A source of which nothing was received.
    pub(super) fn new(now: Time, ssrc: u32, clock: MediaClock) -> Source {
        Source {
            ssrc,
            numbers: SequenceNumbers::new(),
            reception: Reception::new(clock, 0),
            window: Box::new(ReceivedWindow::new(0)),
            last_sender_report: None,
            last_packet: now,
            has_said_goodbye: false,
            is_heard: false,
        }
    }

    /// Begins to count at the extended number `first`.
    pub(super) fn begin(&mut self, clock: MediaClock, first: u64) {
        self.reception = Reception::new(clock, first);
        *self.window = ReceivedWindow::new(first);
    }

    /// The clock of its timestamps.
    pub(super) fn clock(&self) -> MediaClock {
        self.reception.clock()
    }

    /// Counts a packet; whether it is no duplicate.
    pub(super) fn count(&mut self, now: Time, sequence: u64, timestamp: u32) -> bool {
        self.last_packet = now;
        self.is_heard = true;
        self.has_said_goodbye = false;
        self.reception.receive(now, sequence, timestamp);
        self.window.insert(sequence)
    }

    /// Notes a sender report of this source.
    pub(in crate::media) fn note_sender_report(&mut self, now: Time, ntp: NtpTime) {
        self.last_sender_report = Some((ntp.compact(), now));
    }

    /// Whether it was heard since the last report, and so has a block in the next one.
    pub(in crate::media) fn is_heard(&self) -> bool {
        self.is_heard
    }

    /// The block of a report sent now, RFC 3550 section 6.4.1.
    pub(in crate::media) fn report(&mut self, now: Time) -> ReportBlock {
        self.is_heard = false;
        let mut block = self.reception.report(self.ssrc);
        if let Some((compact, arrival)) = self.last_sender_report {
            block.last_sender_report = compact;
            block.delay_since_last_sender_report = NtpTime::compact_duration(now.since(arrival));
        }
        block
    }

    /// Whether another source may take its place: it has said BYE, or fallen silent.
    pub(super) fn is_replaceable(&self, now: Time, silence: Duration) -> bool {
        self.has_said_goodbye || now.since(self.last_packet) >= silence
    }
}
