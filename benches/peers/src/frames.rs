//! The media that is sent.

/// Bytes of payload in a packet, such that header, extensions and tag come to about 1,200.
pub const PAYLOAD: usize = 1_160;

/// Packets that a frame of [`access_unit`] makes.
pub const PACKETS_PER_FRAME: usize = 20;

/// The payload of a packet: one NAL unit of a non-IDR slice.
pub fn payload() -> Vec<u8> {
    let mut payload = filler(PAYLOAD);
    payload[0] = 0x41;
    payload
}

/// An access unit in Annex B: parameter sets and an IDR slice if `is_key`, otherwise one slice.
pub fn access_unit(is_key: bool) -> Vec<u8> {
    let mut slice = filler(PACKETS_PER_FRAME * 1_150 - 200);
    slice[0] = if is_key { 0x65 } else { 0x41 };
    let sets: &[u8] = if is_key { &PARAMETER_SETS } else { &[] };
    [sets, &[0, 0, 0, 1], &slice].concat()
}

/// A sequence and a picture parameter set of the constrained baseline profile, 640 by 360.
const PARAMETER_SETS: [u8; 29] = [
    0, 0, 0, 1, 0x67, 0x42, 0xe0, 0x1f, 0xda, 0x02, 0x80, 0xbf, 0xe5, 0xc0, 0x44, 0x00, 0x00, 0x03,
    0x00, 0x04, 0, 0, 0, 1, 0x68, 0xce, 0x3c, 0x80, 0x80,
];

/// Bytes without zeroes, so that they cannot look like a start code.
fn filler(length: usize) -> Vec<u8> {
    (0..length).map(|place| (place % 251) as u8 + 1).collect()
}
