//! RTP packets, RFC 3550 and RFC 8285.

use roomrtc_core::rtp::Packet;

/// Reads a packet, its sources and extensions, and writes it back.
pub fn run(data: &[u8]) {
    let Ok(packet) = Packet::parse(data) else {
        return;
    };
    let payload = packet.payload();
    let end = packet.payload_offset() + payload.len() + usize::from(packet.padding());
    assert_eq!(end, data.len());
    assert_eq!(&data[packet.payload_offset()..][..payload.len()], payload);
    assert!(packet.csrcs().count() <= 15);
    for extension in packet.extensions() {
        assert!(packet.extension(extension.id).is_some());
    }
    let mut written = Vec::new();
    packet.write(&mut written);
    assert_eq!(written.len(), data.len());
    let again = Packet::parse(&written).expect("our own packet can be read");
    assert_eq!((again.header, again.payload()), (packet.header, payload));
}
