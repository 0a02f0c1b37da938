//! RTP and RTCP.

use roomrtc_core::rtcp::{Packet, Packets, ReportBlocks};
use roomrtc_sim::dissect::RtpHeader;

use super::Field;
use crate::reading::Reading;
use crate::span::KeptPacket;

pub(super) fn rtp_fields(reading: &Reading, kept: &KeptPacket) -> Vec<Field> {
    let mut fields = vec![Field::group("RTP")];
    let header = match RtpHeader::read(&kept.payload) {
        Ok(header) => header,
        Err(flaw) => return vec![Field::group("RTP"), Field::new("flaw", flaw.0)],
    };
    fields.push(Field::new("stream", format!("SSRC {:08x}", header.ssrc)));
    fields.push(Field::new("number", header.sequence));
    fields.push(Field::new("timestamp", header.timestamp));
    fields.push(Field::new("payload type", header.payload_type));
    fields.push(Field::new("marker", if header.marker { "yes: it ends a frame" } else { "no" }));
    let rtp = reading.rtp();
    if rtp.is_some_and(|rtp| rtp.is_retransmission) {
        let original = rtp.and_then(|rtp| rtp.original);
        let original = original.map_or("unknown without the keys".to_owned(), |it| it.to_string());
        fields.push(Field::new("sent again", original));
    }
    match &kept.plain {
        None => fields.push(Field::new("payload", "protected, and its keys are not known")),
        Some(plain) => {
            let skip = if rtp.is_some_and(|rtp| rtp.original.is_some()) { 2 } else { 0 };
            let payload = plain.get(header.length + skip..).unwrap_or_default();
            fields
                .push(Field::new("payload", format!("{} bytes: {}", payload.len(), h264(payload))));
        }
    }
    fields
}

/// What a payload of H.264 is, RFC 6184 section 5.2.
fn h264(payload: &[u8]) -> String {
    let unit = |kind: u8| match kind {
        1 => "a slice",
        5 => "a slice of a key frame",
        6 => "supplemental information",
        7 => "a sequence parameter set",
        8 => "a picture parameter set",
        9 => "an access unit delimiter",
        _ => "a unit of another type",
    };
    match payload {
        [] => "padding alone".to_owned(),
        [first, second, ..] if first & 0x1f == 28 => {
            let part = match second & 0xc0 {
                0x80 => "the beginning of ",
                0x40 => "the end of ",
                _ => "a part of ",
            };
            format!("{part}{}", unit(second & 0x1f))
        }
        [first, ..] if first & 0x1f == 24 => "several units together".to_owned(),
        [first, ..] => unit(first & 0x1f).to_owned(),
    }
}

pub(super) fn rtcp_fields(kept: &KeptPacket) -> Vec<Field> {
    let Some(plain) = &kept.plain else {
        let unknown = "protected, and its keys are not known";
        return vec![Field::group("RTCP"), Field::new("content", unknown)];
    };
    let mut fields = Vec::new();
    for packet in Packets::new(plain) {
        match packet {
            Ok(packet) => add_rtcp(&packet, &mut fields),
            Err(error) => fields.extend([Field::group("RTCP"), Field::new("flaw", error)]),
        }
    }
    fields
}

fn add_rtcp(packet: &Packet<'_>, fields: &mut Vec<Field>) {
    match packet {
        Packet::SenderReport(report) => {
            fields.push(Field::group("RTCP: sender report"));
            fields.push(Field::new("stream", format!("SSRC {:08x}", report.ssrc)));
            add_blocks(report.blocks, fields);
        }
        Packet::ReceiverReport(report) => {
            fields.push(Field::group("RTCP: receiver report"));
            fields.push(Field::new("by", format!("SSRC {:08x}", report.ssrc)));
            add_blocks(report.blocks, fields);
        }
        Packet::GenericNack(nack) => {
            let lost = nack.lost().map(|number| number.to_string()).collect::<Vec<_>>();
            fields.push(Field::group("RTCP: generic NACK"));
            fields.push(Field::new("stream", format!("SSRC {:08x}", nack.media_ssrc)));
            fields.push(Field::new("asks for", lost.join(", ")));
        }
        Packet::PictureLossIndication(request) => {
            fields.push(Field::group("RTCP: picture loss indication"));
            fields.push(Field::new("stream", format!("SSRC {:08x}", request.media_ssrc)));
        }
        Packet::SourceDescription(_) => fields.push(Field::group("RTCP: source description")),
        Packet::Goodbye(_) => fields.push(Field::group("RTCP: goodbye")),
        Packet::TransportFeedback(_) => fields.push(Field::group("RTCP: transport feedback")),
        Packet::FullIntraRequest(_) => fields.push(Field::group("RTCP: full intra request")),
        Packet::EstimatedBitrate(_) => fields.push(Field::group("RTCP: estimated bit rate")),
        Packet::Unknown(_) => fields.push(Field::group("RTCP: another")),
    }
}

fn add_blocks(blocks: ReportBlocks<'_>, fields: &mut Vec<Field>) {
    for block in blocks {
        let lost = u32::from(block.fraction_lost) * 100 / 256;
        let text = format!(
            "SSRC {:08x}: {lost} % lost of late, {} in all, jitter {}",
            block.ssrc, block.cumulative_lost, block.jitter
        );
        fields.push(Field::new("of", text));
    }
}
