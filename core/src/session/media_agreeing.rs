//! What the media engine is told of an agreement.

use super::{Direction, Event, PacketKind, Peer};
use crate::codec::h264::PacketizationMode;
use crate::media::{
    FeedbackSupport, PayloadFormat, PayloadType, ReceiverParameters, RetransmissionType,
    SenderParameters,
};
use crate::negotiation::{AgreedCodec, AgreedMedia, Agreement, RemoteSource};
use crate::rtp::{ExtensionIds, MediaClock};

impl Peer {
    pub(super) fn apply_media(&mut self, agreement: &Agreement) {
        let accepted = agreement.media.iter().filter(|media| !media.is_rejected());
        self.media.set_reduced_size(accepted.clone().all(|media| media.has_rtcp_reduced_size));
        let video = accepted.clone().find(|media| media.media == Some(Self::VIDEO));
        match video {
            Some(video) => self.apply_video(video),
            None => {
                self.media.remove_sender(Self::VIDEO);
                self.media.remove_receiver(Self::VIDEO);
            }
        }
        self.take_direction(video.map_or(Direction::Inactive, |video| video.direction));
    }

    /// What may be sent no longer does not leave, though it was protected already.
    pub(super) fn take_direction(&mut self, direction: Direction) {
        if !direction.sends() && PacketKind::of(&self.held) == Some(PacketKind::Rtp) {
            self.held.clear();
        }
        let before = self.renegotiation.direction.replace(direction);
        if before.is_some_and(|before| before != direction) {
            self.tell(Event::DirectionChanged { media: Self::VIDEO, direction });
        }
    }

    fn apply_video(&mut self, video: &AgreedMedia) {
        let mut extensions = ExtensionIds::default();
        for extension in &video.extensions {
            extensions.set(extension.uri, extension.id);
        }
        if let Some(codec) = video.codecs.first() {
            let sender = SenderParameters {
                payload_type: self
                    .payload_type(codec.send_payload_type, codec.format.packetization_mode),
                mid: video.mid.clone(),
                extensions,
                generic_nack: codec.feedback.generic_nack,
                retransmission: codec.send_retransmission,
                is_active: video.direction.sends(),
            };
            self.media.set_sender(Self::VIDEO, sender);
        }
        let receiver = self.receiver_parameters(video, extensions);
        self.renegotiation.payload_types.clone_from(&receiver.payload_types);
        self.renegotiation.payload_types.truncate(video.codecs.len());
        self.renegotiation.retransmissions =
            video.codecs.iter().filter_map(retransmission_type).collect();
        self.media.set_receiver(Self::VIDEO, receiver);
    }

    fn receiver_parameters(
        &self,
        video: &AgreedMedia,
        extensions: ExtensionIds,
    ) -> ReceiverParameters {
        let feedback = video.codecs.first().map(|codec| codec.feedback).unwrap_or_default();
        ReceiverParameters {
            payload_types: self.with_former(self.received_types(video)),
            retransmissions: self.with_former_retransmissions(&video.codecs),
            mid: video.mid.clone(),
            mid_extension: extensions.mid,
            ssrcs: video.remote_sources.iter().map(|source| source.ssrc).collect(),
            repairs: video.remote_sources.iter().filter_map(repair).collect(),
            feedback: FeedbackSupport {
                generic_nack: feedback.generic_nack,
                picture_loss_indication: feedback.picture_loss_indication,
                full_intra_request: feedback.full_intra_request,
            },
            parameter_sets: video
                .codecs
                .first()
                .map(|codec| codec.remote_parameters.parameter_sets())
                .unwrap_or_default(),
            is_active: video.direction.receives(),
        }
    }

    /// What was agreed on, and then what was offered and not answered.
    fn received_types(&self, video: &AgreedMedia) -> Vec<PayloadType> {
        let agreed = video.codecs.iter();
        agreed
            .map(|codec| (codec.receive_payload_type, codec.format.packetization_mode))
            .chain(video.unanswered.iter().copied())
            .map(|(number, mode)| self.payload_type(number, mode))
            .collect()
    }

    /// What was agreed on before is under way until the other side has the answer: RFC 3264 section
    /// 8.3.2. Numbers that now mean something else do.
    fn with_former(&self, mut payload_types: Vec<PayloadType>) -> Vec<PayloadType> {
        for former in &self.renegotiation.payload_types {
            if payload_types.iter().all(|payload_type| payload_type.number != former.number) {
                payload_types.push(*former);
            }
        }
        payload_types
    }

    fn with_former_retransmissions(&self, codecs: &[AgreedCodec]) -> Vec<RetransmissionType> {
        let mut all: Vec<_> = codecs.iter().filter_map(retransmission_type).collect();
        let is_used = |number| {
            let mut used = codecs
                .iter()
                .flat_map(|codec| [Some(codec.receive_payload_type), codec.receive_retransmission]);
            used.any(|used| used == Some(number))
        };
        let former = self.renegotiation.retransmissions.iter();
        all.extend(former.filter(|former| !is_used(former.number)));
        all
    }

    fn payload_type(&self, number: u8, mode: PacketizationMode) -> PayloadType {
        let format = match self.config.hands_over_packets {
            true => PayloadFormat::Packets,
            false => PayloadFormat::H264(mode),
        };
        PayloadType { number, clock: MediaClock::VIDEO, format }
    }
}

/// The payload type that the other side sends packets of a codec again with.
fn retransmission_type(codec: &AgreedCodec) -> Option<RetransmissionType> {
    let number = codec.receive_retransmission?;
    Some(RetransmissionType { number, associated: codec.receive_payload_type })
}

/// The source that repairs another, and that other.
fn repair(source: &RemoteSource) -> Option<(u32, u32)> {
    Some((source.retransmission?, source.ssrc))
}
