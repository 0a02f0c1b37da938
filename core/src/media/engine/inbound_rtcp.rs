//! The way in of RTCP.

use super::MediaEngine;
use crate::base::Time;
use crate::media::DropReason;
use crate::media::receiver::Source;
use crate::media::sender::MediaSender;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::rtcp::{
    EstimatedBitrate, FullIntraRequest, GenericNack, Goodbye, NtpTime, Packet, Packets,
    ReportBlocks, SenderReport,
};

impl MediaEngine {
    /// Takes in an unprotected RTCP packet, compound or in reduced size.
    pub fn handle_rtcp(&mut self, now: Time, datagram: &[u8]) {
        for packet in Packets::new(datagram) {
            match packet {
                Ok(packet) => self.handle_report(now, &packet),
                Err(_) => self.drops.add(DropReason::MalformedRtcp, 1),
            }
        }
        self.schedule.note_size(datagram.len());
        self.share_round_trip_time();
    }

    fn handle_report(&mut self, now: Time, packet: &Packet<'_>) {
        match packet {
            Packet::SenderReport(report) => self.handle_sender_report(now, report),
            Packet::ReceiverReport(report) => self.handle_blocks(now, report.blocks),
            Packet::Goodbye(goodbye) => self.handle_goodbye(goodbye),
            Packet::PictureLossIndication(message) => {
                if let Some(sender) = self.sender_of(message.media_ssrc) {
                    sender.note_picture_loss();
                }
            }
            Packet::FullIntraRequest(request) => self.handle_full_intra_request(request),
            Packet::GenericNack(nack) => self.handle_nack(now, nack),
            Packet::EstimatedBitrate(message) => self.handle_bitrate(message),
            Packet::SourceDescription(_) | Packet::TransportFeedback(_) => {}
            Packet::Unknown(_) => self.drops.add(DropReason::UnknownRtcp, 1),
        }
    }

    fn handle_sender_report(&mut self, now: Time, report: &SenderReport<'_>) {
        if self.is_own(report.ssrc) {
            return self.resolve_collision(now, report.ssrc);
        }
        if let Some(source) = self.source_of(report.ssrc) {
            source.note_sender_report(now, report.information.ntp);
        }
        self.handle_blocks(now, report.blocks);
    }

    fn handle_blocks(&mut self, now: Time, blocks: ReportBlocks<'_>) {
        let arrival = self.ntp(now).compact();
        for block in blocks {
            if let Some(sender) = self.sender_of(block.ssrc) {
                sender.note_report(arrival, &block);
            }
        }
    }

    fn handle_goodbye(&mut self, goodbye: &Goodbye<'_>) {
        for ssrc in goodbye.sources().filter(|_| !is_planted(PlantedBug::IgnoreGoodbye)) {
            let is_its = |source: &Source| source.ssrc == ssrc;
            let mut receivers = self.receivers.iter_mut();
            if let Some(receiver) = receivers.find(|own| own.source.as_ref().is_some_and(is_its)) {
                receiver.end_source();
            }
        }
    }

    fn handle_full_intra_request(&mut self, request: &FullIntraRequest<'_>) {
        for entry in request.entries() {
            if let Some(sender) = self.sender_of(entry.ssrc) {
                sender.note_full_intra_request(request.sender_ssrc, entry.sequence_number);
            }
        }
    }

    fn handle_nack(&mut self, now: Time, nack: &GenericNack<'_>) {
        let round_trip_time = self.round_trip_time();
        if let Some(sender) = self.sender_of(nack.media_ssrc) {
            sender.note_nack(now, nack, round_trip_time);
        }
    }

    fn handle_bitrate(&mut self, message: &EstimatedBitrate<'_>) {
        for ssrc in message.streams() {
            if let Some(sender) = self.sender_of(ssrc) {
                sender.statistics.bitrate_limit = Some(message.bitrate);
            }
        }
    }

    fn sender_of(&mut self, ssrc: u32) -> Option<&mut MediaSender> {
        self.senders.iter_mut().find(|sender| sender.ssrc == ssrc)
    }

    fn source_of(&mut self, ssrc: u32) -> Option<&mut Source> {
        let sources = self.receivers.iter_mut().filter_map(|receiver| receiver.source.as_mut());
        sources.into_iter().find(|source| source.ssrc == ssrc)
    }

    /// The wall clock now.
    pub(super) fn ntp(&self, now: Time) -> NtpTime {
        NtpTime::since_1900(self.config.wall_clock + now.since(Time::ZERO))
    }
}
