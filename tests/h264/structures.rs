//! The payload structures as RFC 6184 draws them, byte by byte.

use roomrtc_core::codec::h264::Depacketizer;

fn depacketize(payloads: &[&[u8]]) -> Vec<u8> {
    let mut depacketizer = Depacketizer::new();
    let mut output = Vec::new();
    for payload in payloads {
        depacketizer.push(payload, &mut output).expect("a sound payload");
    }
    depacketizer.finish(&mut output).expect("no unfinished unit");
    output
}

#[test]
fn a_single_nal_unit_is_its_own_payload() {
    // Section 5.6, figure 2.
    assert_eq!(depacketize(&[&[0x41, 1, 2]]), [0, 0, 0, 1, 0x41, 1, 2]);
}

#[test]
fn a_stap_a_holds_units_behind_their_sizes() {
    // Section 5.7.1, figure 7.
    let payload = [0x78, 0, 3, 0x67, 1, 2, 0, 2, 0x68, 3];
    assert_eq!(depacketize(&[&payload]), [0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3]);
}

#[test]
fn fu_as_carry_a_unit_without_its_header() {
    // Section 5.8, figures 14 and 15: F and NRI in the indicator, the type in the FU header.
    let payloads: [&[u8]; 3] = [&[0x7c, 0x85, 1, 2], &[0x7c, 0x05, 3, 4], &[0x7c, 0x45, 5]];
    assert_eq!(depacketize(&payloads), [0, 0, 0, 1, 0x65, 1, 2, 3, 4, 5]);
}
