//! Published packets.

use super::gcm_cipher::{E_FLAG, GcmCipher};
use super::packet_cipher::PacketCipher;
use super::{MasterKey, SrtpProfile};
use crate::crypto::default_provider;
use crate::wire::hex;

/// RFC 7714 section 16: an RTP packet, and the same under both key lengths. Keys count up from 0.
const RTP: &str = "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976\
    69736120696e207061727465732074726573";
const SRTP: [(SrtpProfile, &str); 2] = [
    (
        SrtpProfile::AeadAes128Gcm,
        "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd5\
         0d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce",
    ),
    (
        SrtpProfile::AeadAes256Gcm,
        "8040f17b8041f8d35501a0b232b1de78a822fe12ef9f78fa332e33aab1801238\
         9a58e2f3b50b2a0276ffae0f1ba63799b87b7aa3db36dfffd6b0f9bb7878d7a76c13",
    ),
];

/// RFC 7714 section 17: an RTCP packet of index 0x5d4, encrypted and only tagged.
const RTCP: &str = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61\
    deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
const SRTCP: [(SrtpProfile, &str, &str); 2] = [
    (
        SrtpProfile::AeadAes128Gcm,
        "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32d\
         c676a5f1730d6fda4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4",
        "841dd9683dd78ec92ae58790125f62b3000005d4",
    ),
    (
        SrtpProfile::AeadAes256Gcm,
        "81c8000d4d617273d50ae4d1f5ce5d304ba297e47d470c282c3ece5dbffe0a50\
         a2eaa5c1110555be8415f658c61de0476f1b6fad1d1eb30c4446839f57ff6f6cb26ac3be800005d4",
        "91db4afbfeee5a978fab4393ed2615fe000005d4",
    ),
];

fn gcm(profile: SrtpProfile) -> GcmCipher {
    let key: Vec<u8> = (0..profile.key_length() as u8).collect();
    let salt = hex("517569642070726f2071756f").try_into().expect("twelve bytes");
    GcmCipher::new(default_provider(), profile, &key, salt).expect("a key")
}

#[test]
fn gcm_rtp_of_rfc_7714() {
    for (profile, expected) in SRTP {
        let mut packet = [vec![7; 3], hex(RTP)].concat();
        gcm(profile).seal_rtp(0x5501_a0b2, 0xf17b, 12, &mut packet, 3);
        assert_eq!(packet[3..], hex(expected));
        let length = gcm(profile).open_rtp(0x5501_a0b2, 0xf17b, 12, &mut packet[3..]);
        assert_eq!(length, Ok(hex(RTP).len()));
        assert_eq!(packet[3..][..hex(RTP).len()], hex(RTP));
    }
}

#[test]
fn gcm_rtcp_of_rfc_7714() {
    for (profile, encrypted, tagged) in SRTCP {
        let mut packet = hex(RTCP);
        gcm(profile).seal_rtcp(0x4d61_7273, E_FLAG | 0x5d4, &mut packet, 0);
        assert_eq!(packet, hex(encrypted));
        let mut tagged = [hex(RTCP), hex(tagged)].concat();
        for (word, packet) in [(E_FLAG | 0x5d4, &mut packet), (0x5d4, &mut tagged)] {
            let length = gcm(profile).open_rtcp(0x4d61_7273, word, packet);
            assert_eq!(length, Ok(hex(RTCP).len()));
            assert_eq!(packet[..hex(RTCP).len()], hex(RTCP));
        }
    }
}

#[test]
fn counter_mode_packets_of_libsrtp() {
    // The known answers of libsrtp's own tests, under the master key of RFC 3711 appendix B.3.
    let master = MasterKey::new(
        SrtpProfile::Aes128CmHmacSha1_80,
        &hex("e1f97a0d3e018be0d64fa32c06de4139"),
        &hex("0ec675ad498afeebb6960b3aabe6"),
    )
    .expect("a master key");
    let mut packet = [hex("800f1234decafbadcafebabe"), vec![0xab; 16]].concat();
    let rtp = PacketCipher::of_rtp(default_provider(), &master).expect("keys");
    rtp.seal_rtp(0xcafe_babe, 0x1234, 12, &mut packet, 0);
    let expected = "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb";
    assert_eq!(packet, hex(expected));
    let mut packet = [hex("81c8000bcafebabe"), vec![0xab; 16]].concat();
    let rtcp = PacketCipher::of_rtcp(default_provider(), &master).expect("keys");
    rtcp.seal_rtcp(0xcafe_babe, 1, &mut packet, 0);
    let expected = "81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798";
    assert_eq!(packet, hex(expected));
}
