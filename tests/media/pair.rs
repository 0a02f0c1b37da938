//! Two media engines, one that sends video and one that receives it.

use std::time::Duration;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::media::{
    FeedbackSupport, MediaConfig, MediaEngine, PacketKind, PayloadFormat, PayloadType,
    ReceivedFrame, ReceiverParameters, SenderParameters,
};
use roomrtc_core::rtp::{ExtensionIds, MediaClock};

use super::repair_mode::RepairMode;

/// The media section that alice sends and bob receives.
pub(super) const MEDIA: usize = 0;

/// Alice sends, bob receives.
pub(super) struct Pair {
    pub(super) alice: MediaEngine,
    pub(super) bob: MediaEngine,
}

/// The payload type of H.264 in `mode`.
pub(super) fn h264(mode: PacketizationMode) -> PayloadType {
    PayloadType { number: 102, clock: MediaClock::VIDEO, format: PayloadFormat::H264(mode) }
}

/// What alice sends.
pub(super) fn sender(payload_type: PayloadType) -> SenderParameters {
    let extensions = ExtensionIds {
        mid: Some(4),
        absolute_send_time: Some(2),
        transport_sequence_number: Some(3),
    };
    SenderParameters {
        payload_type,
        mid: Some("video".into()),
        extensions,
        generic_nack: false,
        retransmission: None,
        is_active: true,
    }
}

/// What bob receives.
pub(super) fn receiver(payload_type: PayloadType) -> ReceiverParameters {
    ReceiverParameters {
        payload_types: vec![payload_type],
        retransmissions: Vec::new(),
        mid: Some("video".into()),
        mid_extension: Some(4),
        ssrcs: Vec::new(),
        repairs: Vec::new(),
        feedback: FeedbackSupport {
            generic_nack: false,
            picture_loss_indication: true,
            full_intra_request: true,
        },
        parameter_sets: Vec::new(),
        is_active: true,
    }
}

impl Pair {
    pub(super) fn new(payload_type: PayloadType) -> Pair {
        Pair::with_config(payload_type, &MediaConfig::default())
    }

    pub(super) fn with_config(payload_type: PayloadType, config: &MediaConfig) -> Pair {
        Pair::with_repair(payload_type, config, RepairMode::None)
    }

    pub(super) fn with_repair(
        payload_type: PayloadType,
        config: &MediaConfig,
        repair: RepairMode,
    ) -> Pair {
        let mut alice = MediaEngine::new(config.clone(), &Seed::from_u64(1));
        let mut bob = MediaEngine::new(config.clone(), &Seed::from_u64(2));
        alice.set_sender(MEDIA, repair.sender(sender(payload_type)));
        bob.set_receiver(MEDIA, repair.receiver(receiver(payload_type)));
        alice.start(Time::ZERO);
        bob.start(Time::ZERO);
        Pair { alice, bob }
    }

    /// All that alice wants to send now.
    pub(super) fn sent_by_alice(&mut self, now: Time) -> Vec<(PacketKind, Vec<u8>)> {
        packets(&mut self.alice, now)
    }

    /// All that bob wants to send now.
    pub(super) fn sent_by_bob(&mut self, now: Time) -> Vec<(PacketKind, Vec<u8>)> {
        packets(&mut self.bob, now)
    }

    /// Carries everything both ways, but the RTP packets for which `is_lost` says so.
    pub(super) fn exchange(&mut self, now: Time, mut is_lost: impl FnMut() -> bool) {
        for (kind, packet) in self.sent_by_alice(now) {
            if kind == PacketKind::Rtcp || !is_lost() {
                deliver(&mut self.bob, now, kind, packet);
            }
        }
        self.bob.handle_timeout(now);
        for (kind, packet) in self.sent_by_bob(now) {
            deliver(&mut self.alice, now, kind, packet);
        }
    }

    /// The frames that bob has for the decoder.
    pub(super) fn frames(&mut self, now: Time) -> Vec<(ReceivedFrame, Vec<u8>)> {
        std::iter::from_fn(|| {
            let mut data = Vec::new();
            let frame = self.bob.poll_frame(now, &mut data)?;
            assert_eq!(frame.length, data.len());
            Some((frame, data))
        })
        .collect()
    }
}

fn packets(engine: &mut MediaEngine, now: Time) -> Vec<(PacketKind, Vec<u8>)> {
    std::iter::from_fn(|| {
        let mut packet = Vec::new();
        let kind = engine.poll_packet(now, &mut packet)?;
        Some((kind, packet))
    })
    .collect()
}

/// Hands a packet to an engine.
pub(super) fn deliver(engine: &mut MediaEngine, now: Time, kind: PacketKind, mut packet: Vec<u8>) {
    match kind {
        PacketKind::Rtp | PacketKind::RepeatedRtp => engine.handle_rtp(now, &mut packet),
        PacketKind::Rtcp => engine.handle_rtcp(now, &packet),
    }
}

/// When frame `number` of 30 a second is captured, and its timestamp.
pub(super) fn frame_time(number: u32) -> (Time, u32) {
    let nanos = u64::from(number) * 1_000_000_000 / 30;
    (Time::from_secs(1) + Duration::from_nanos(nanos), number.wrapping_mul(3_000))
}
