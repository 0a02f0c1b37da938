//! The codec that is sent.

use rtc::peer_connection::configuration::media_engine::MIME_TYPE_H264;
use rtc::rtp_transceiver::rtp_sender::{
    RTCRtpCodec, RTCRtpCodingParameters, RTCRtpEncodingParameters, RTCRtpRtxParameters,
};

/// H.264 in packetization mode 1, Constrained Baseline, level 3.1: one of the default codecs.
pub(super) fn h264() -> RTCRtpCodec {
    RTCRtpCodec {
        mime_type: MIME_TYPE_H264.to_owned(),
        clock_rate: 90_000,
        channels: 0,
        sdp_fmtp_line: "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f"
            .to_owned(),
        rtcp_feedback: Vec::new(),
    }
}

/// One encoding of it, with a source for retransmissions.
pub(super) fn encoding(source: u32, retransmissions: u32) -> RTCRtpEncodingParameters {
    let rtp_coding_parameters = RTCRtpCodingParameters {
        ssrc: Some(source),
        rtx: Some(RTCRtpRtxParameters { ssrc: retransmissions }),
        ..Default::default()
    };
    RTCRtpEncodingParameters { rtp_coding_parameters, codec: h264(), ..Default::default() }
}
