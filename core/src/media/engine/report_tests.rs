//! What regular reports are made of.

use super::MediaEngine;
use crate::base::{Seed, Time};
use crate::codec::h264::PacketizationMode;
use crate::media::{
    FeedbackSupport, MediaConfig, PacketKind, PayloadFormat, PayloadType, ReceiverParameters,
    SenderParameters,
};
use crate::rtcp::{Packet, Packets};
use crate::rtp::{ExtensionIds, MediaClock};

const MEDIA: usize = 0;

/// An engine that sends video and receives that of the other side.
fn engine(seed: u64) -> MediaEngine {
    let format = PayloadFormat::H264(PacketizationMode::NonInterleaved);
    let payload_type = PayloadType { number: 102, clock: MediaClock::VIDEO, format };
    let mut engine = MediaEngine::new(MediaConfig::default(), &Seed::from_u64(seed));
    let sender = SenderParameters {
        payload_type,
        mid: Some("video".to_owned()),
        extensions: ExtensionIds::default(),
        generic_nack: false,
        retransmission: None,
        is_active: true,
    };
    engine.set_sender(MEDIA, sender);
    engine.set_receiver(MEDIA, receiver(payload_type));
    engine.start(Time::ZERO);
    engine
}

fn receiver(payload_type: PayloadType) -> ReceiverParameters {
    ReceiverParameters {
        payload_types: vec![payload_type],
        retransmissions: Vec::new(),
        mid: Some("video".to_owned()),
        mid_extension: None,
        ssrcs: Vec::new(),
        repairs: Vec::new(),
        feedback: FeedbackSupport::default(),
        parameter_sets: Vec::new(),
        is_active: true,
    }
}

/// The reports of a packet: whether each is of a sender, its source, and how many blocks it has.
fn reports(packet: &[u8]) -> Vec<(bool, u32, usize)> {
    let parts = Packets::new(packet).map(|part| part.expect("valid RTCP"));
    parts
        .filter_map(|part| match part {
            Packet::SenderReport(report) => Some((true, report.ssrc, report.blocks.count())),
            Packet::ReceiverReport(report) => Some((false, report.ssrc, report.blocks.count())),
            _ => None,
        })
        .collect()
}

/// Janus looks for its round trip in receiver reports alone.
#[test]
fn report_blocks_are_in_a_receiver_report_whoever_sends() {
    let (mut own, mut peer) = (engine(1), engine(2));
    let mut packet = Vec::new();
    let now = Time::from_millis(10);
    own.write_report(now, true, &mut packet);
    let ssrc = own.local_ssrc(MEDIA);
    assert_eq!(reports(&packet), [(false, ssrc, 0)], "nothing is sent or heard");
    for engine in [&mut own, &mut peer] {
        engine.send_frame(now, MEDIA, 0, &[0, 0, 1, 0x65, 1, 2, 3]).expect("a frame");
    }
    let sent = |engine: &mut MediaEngine| {
        let mut packet = Vec::new();
        while engine.poll_packet(now, &mut packet) == Some(PacketKind::Rtcp) {
            packet.clear();
        }
        packet
    };
    sent(&mut own);
    packet.clear();
    own.write_report(now, true, &mut packet);
    assert_eq!(reports(&packet), [(true, ssrc, 0)], "nothing is heard");
    own.handle_rtp(now, &mut sent(&mut peer));
    packet.clear();
    own.write_report(now, true, &mut packet);
    assert_eq!(reports(&packet), [(true, ssrc, 0), (false, ssrc, 1)]);
}
