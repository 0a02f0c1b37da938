//! Packets to protect.

use proptest::collection::vec;
use proptest::prelude::*;
use roomrtc_core::srtp::SrtpProfile;

/// Any profile.
pub(super) fn profiles() -> impl Strategy<Value = SrtpProfile> {
    proptest::sample::select(&SrtpProfile::ALL[..])
}

/// Any RTP packet, RFC 3550 section 5.1.
pub(super) fn rtp_packets() -> impl Strategy<Value = Vec<u8>> {
    let extensions = proptest::option::of((any::<u16>(), vec(any::<u32>(), 0..8)));
    (any::<[u8; 12]>(), vec(any::<u32>(), 0..16), extensions, vec(any::<u8>(), 0..1_400)).prop_map(
        |(fixed, sources, extension, payload)| {
            let mut packet = fixed.to_vec();
            packet[0] = 0x80 | (fixed[0] & 0x20) | sources.len() as u8;
            packet.extend(sources.iter().flat_map(|source| source.to_be_bytes()));
            if let Some((profile, words)) = extension {
                packet[0] |= 0x10;
                packet.extend(profile.to_be_bytes());
                packet.extend((words.len() as u16).to_be_bytes());
                packet.extend(words.iter().flat_map(|word| word.to_be_bytes()));
            }
            packet.extend(payload);
            packet
        },
    )
}

/// Any RTCP packet, as far as SRTCP looks at it.
pub(super) fn rtcp_packets() -> impl Strategy<Value = Vec<u8>> {
    (any::<[u8; 8]>(), vec(any::<u8>(), 0..600)).prop_map(|(mut header, rest)| {
        header[0] = 0x80 | (header[0] & 0x3f);
        [&header[..], &rest].concat()
    })
}

/// A packet of one source, whose payload tells its number.
pub(super) fn numbered(ssrc: u32, number: u64) -> Vec<u8> {
    let mut packet = vec![0x80, 96];
    packet.extend((number as u16).to_be_bytes());
    packet.extend([0; 4]);
    packet.extend(ssrc.to_be_bytes());
    packet.extend(number.to_be_bytes());
    packet
}
