//! The way out of RTCP: what a compound packet is made of.

use super::MediaEngine;
use crate::base::Time;
use crate::media::ReportKind;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::{FullIntraRequestEntry, Writer};

/// The most sources that report in one packet; they take turns.
const MOST_SOURCES: usize = 4;

/// The most report blocks in one packet; the sources heard take turns.
const MOST_BLOCKS: usize = 15;

/// The most requests for key frames in one packet; the others come in the next.
const MOST_REQUESTS: usize = 16;

/// Bytes that SRTCP adds beyond what SRTP does: its index.
const SRTCP_INDEX: usize = 4;

/// Bytes of a generic NACK without its entries, and of an entry, RFC 4585 section 6.2.1.
const NACK: (usize, usize) = (12, 4);

impl MediaEngine {
    /// Appends an RTCP packet if one is due. With these bounds and a canonical name of 64 bytes
    /// it has at most 1,000 bytes, or what a packet may have with generic NACKs.
    pub(super) fn poll_rtcp(&mut self, now: Time, output: &mut Vec<u8>) -> bool {
        let start = output.len();
        if !self.leaving.is_empty() {
            self.write_goodbye(now, output);
        } else if self.is_closed {
            return false;
        } else {
            let has_feedback = self.feedback_due().is_some_and(|due| due <= now);
            match self.schedule.poll(now, has_feedback) {
                Some(ReportKind::Regular) => self.write_report(now, true, output),
                Some(ReportKind::Early) if self.config.reduced_size => {}
                Some(ReportKind::Early) => self.write_report(now, false, output),
                None => return false,
            }
            self.write_requests(now, output);
            self.write_nacks(now, start, output);
        }
        self.schedule.note_size(output.len() - start);
        output.len() > start
    }

    /// The source that reports when none sends, and that asks for key frames: that of the first
    /// sender, because the description names it.
    fn reporting_ssrc(&self) -> u32 {
        self.senders.first().map_or(self.own_ssrc, |sender| sender.ssrc)
    }

    /// Sender or receiver reports and the source description, RFC 3550 section 6.1. Report
    /// blocks only in a regular report, because each begins a new interval of loss.
    ///
    /// They are in a receiver report of their own even where a sender report comes before it. Janus
    /// (1.1.2, `janus_rtcp_incoming_sr`) passes over the blocks of sender reports. It then knows
    /// no round trip, and keeps no packet to be sent again before it does.
    pub(super) fn write_report(&mut self, now: Time, is_regular: bool, output: &mut Vec<u8>) {
        self.blocks.clear();
        self.sources.clear();
        if is_regular && !is_planted(PlantedBug::NoReportBlocks) {
            self.collect_blocks(now);
        }
        let ntp = self.ntp(now);
        let mut writer = Writer::new(output);
        let (before, from) = self.senders.split_at(self.report_turns.0 % self.senders.len().max(1));
        let senders = from.iter().chain(before).filter(|sender| sender.is_sending());
        for sender in senders.take(MOST_SOURCES) {
            writer.sender_report(sender.ssrc, &sender.information(now, ntp), &[]);
            self.sources.push(sender.ssrc);
        }
        let is_sending = !self.sources.is_empty();
        if !is_sending {
            self.sources.push(self.reporting_ssrc());
        }
        if !is_sending || !self.blocks.is_empty() {
            writer.receiver_report(self.sources[0], &self.blocks);
        }
        writer.source_description(&self.sources, &self.cname);
        if is_regular {
            self.note_report_sent();
        }
    }

    fn note_report_sent(&mut self) {
        let reported = &self.sources;
        for sender in self.senders.iter_mut().filter(|sender| reported.contains(&sender.ssrc)) {
            sender.note_report_sent();
        }
        self.report_turns.0 = self.report_turns.0.wrapping_add(MOST_SOURCES);
    }

    fn collect_blocks(&mut self, now: Time) {
        let turn = self.report_turns.1 % self.receivers.len().max(1);
        let (before, from) = self.receivers.split_at_mut(turn);
        let sources = from.iter_mut().chain(before).filter_map(|own| own.source.as_mut());
        for source in sources.filter(|source| source.is_heard()).take(MOST_BLOCKS) {
            self.blocks.push(source.report(now));
        }
        self.report_turns.1 = self.report_turns.1.wrapping_add(MOST_BLOCKS);
    }

    /// Requests for key frames that are due: picture loss indications where they are negotiated,
    /// else full intra requests.
    fn write_requests(&mut self, now: Time, output: &mut Vec<u8>) {
        let own = self.reporting_ssrc();
        let round_trip_time = self.round_trip_time();
        let is_due = |due: Option<Time>| due.is_some_and(|due| due <= now);
        let receivers = self.receivers.iter_mut();
        let due = receivers.filter(|receiver| is_due(receiver.request_due(round_trip_time)));
        for receiver in due.take(MOST_REQUESTS) {
            let Some(ssrc) = receiver.source.as_ref().map(|source| source.ssrc) else { continue };
            let sequence_number = receiver.requester.send(now);
            let mut writer = Writer::new(output);
            if receiver.parameters.feedback.picture_loss_indication {
                writer.picture_loss_indication(own, ssrc);
                receiver.statistics.picture_loss_indications_sent += 1;
            } else {
                writer.full_intra_request(own, &[FullIntraRequestEntry { ssrc, sequence_number }]);
                receiver.statistics.full_intra_requests_sent += 1;
            }
        }
    }

    /// Requests for lost packets that are due, as many as the packet that began at `start` holds.
    fn write_nacks(&mut self, now: Time, start: usize, output: &mut Vec<u8>) {
        let own = self.reporting_ssrc();
        let most = self.config.maximum_packet_size.saturating_sub(SRTCP_INDEX);
        for receiver in self.receivers.iter_mut() {
            let Some(ssrc) = receiver.source.as_ref().map(|source| source.ssrc) else { continue };
            let entries = most.saturating_sub(output.len() - start + NACK.0) / NACK.1;
            if receiver.nack_due().is_none_or(|due| due > now) || entries == 0 {
                continue;
            }
            self.lost.clear();
            receiver.collect_lost(now, entries, &mut self.lost);
            Writer::new(output).generic_nack(own, ssrc, &self.lost);
        }
    }

    /// A last report and a BYE, RFC 3550 section 6.6.
    fn write_goodbye(&mut self, now: Time, output: &mut Vec<u8>) {
        self.write_report(now, false, output);
        let count = self.leaving.len().min(Writer::MOST);
        Writer::new(output).goodbye(&self.leaving[..count]);
        self.leaving.drain(..count);
    }
}
