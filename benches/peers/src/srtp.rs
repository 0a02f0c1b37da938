//! SRTP alone: one direction of packets, no session around it.

use std::hint::black_box;

use rtc::shared::marshal::Marshal;
use rtc::srtp::context::Context;
use rtc::srtp::protection_profile::ProtectionProfile;
use str0m::_internal_test_exports::TestSrtp;
use str0m::config::KeyingMaterial;

use roomrtc_core::crypto::default_provider;
use roomrtc_core::rtp::Header;
use roomrtc_core::srtp::{MasterKey, SrtpProfile, SrtpReceiver, SrtpSender};

use crate::frames::payload;
use crate::measuring::Candidate;

const SSRC: u32 = 7;

/// Packets that one call of a candidate handles: few enough to stay in the processor's caches, as
/// what a socket has just handed over does.
const BATCH: u16 = 200;

fn key(profile: SrtpProfile) -> (Vec<u8>, Vec<u8>) {
    (vec![1; profile.key_length()], vec![2; profile.salt_length()])
}

fn master(profile: SrtpProfile) -> MasterKey {
    let (key, salt) = key(profile);
    MasterKey::new(profile, &key, &salt).expect("lengths of the profile")
}

/// Writes a header, appends the payload and protects the packet, all in `packet`.
fn protect(sender: &mut SrtpSender, sequence: u16, payload: &[u8], packet: &mut Vec<u8>) {
    let header = Header {
        marker: false,
        payload_type: 96,
        sequence_number: sequence,
        timestamp: u32::from(sequence),
        ssrc: SSRC,
    };
    packet.clear();
    header.write(std::iter::empty(), packet);
    packet.extend_from_slice(payload);
    sender.protect_rtp(packet, 0).expect("a new packet");
}

/// Ours: a header written, a payload copied behind it, protected in place.
pub fn our_protection(profile: SrtpProfile) -> Candidate<'static> {
    let mut sender = SrtpSender::new(default_provider(), &master(profile)).expect("a sender");
    let (payload, mut packet, mut sequence) = (payload(), Vec::new(), 0_u16);
    Box::new(move || {
        for _ in 0..BATCH {
            sequence = sequence.wrapping_add(1);
            protect(&mut sender, sequence, &payload, &mut packet);
            black_box(&packet);
        }
        usize::from(BATCH)
    })
}

/// Ours: a received packet copied out of its buffer, opened in place.
pub fn our_opening(profile: SrtpProfile) -> Candidate<'static> {
    let packets = protected(profile);
    let mut packet = Vec::new();
    Box::new(move || {
        let mut receiver =
            SrtpReceiver::new(default_provider(), &master(profile)).expect("a receiver");
        for protected in &packets {
            packet.clear();
            packet.extend_from_slice(protected);
            receiver.unprotect_rtp(&mut packet).expect("an authentic packet");
            black_box(&packet);
        }
        packets.len()
    })
}

fn protected(profile: SrtpProfile) -> Vec<Vec<u8>> {
    let mut sender = SrtpSender::new(default_provider(), &master(profile)).expect("a sender");
    let payload = payload();
    (0..BATCH)
        .map(|sequence| {
            let mut packet = Vec::new();
            protect(&mut sender, sequence, &payload, &mut packet);
            packet
        })
        .collect()
}

fn rtc_context(profile: SrtpProfile) -> Context {
    let (key, salt) = key(profile);
    let profile = match profile {
        SrtpProfile::Aes128CmHmacSha1_80 => ProtectionProfile::Aes128CmHmacSha1_80,
        SrtpProfile::AeadAes128Gcm => ProtectionProfile::AeadAes128Gcm,
        SrtpProfile::AeadAes256Gcm => ProtectionProfile::AeadAes256Gcm,
    };
    let provider = rtc::crypto::default_provider().expect("ring");
    let replay = Some(rtc::srtp::option::srtp_replay_protection(1_024));
    Context::new(&key, &salt, profile, replay, None, provider.crypto()).expect("a context")
}

/// `rtc`: a packet marshalled and encrypted.
pub fn rtc_protection(profile: SrtpProfile) -> Candidate<'static> {
    let mut context = rtc_context(profile);
    let (payload, mut sequence) = (bytes::Bytes::from(payload()), 0_u16);
    Box::new(move || {
        for _ in 0..BATCH {
            sequence = sequence.wrapping_add(1);
            let header = rtc::rtp::Header {
                version: 2,
                payload_type: 96,
                sequence_number: sequence,
                timestamp: u32::from(sequence),
                ssrc: SSRC,
                ..Default::default()
            };
            let packet = rtc::rtp::Packet { header, payload: payload.clone() };
            let plain = packet.marshal().expect("a packet");
            black_box(context.encrypt_rtp_with_header(&plain, &packet.header).expect("keys"));
        }
        usize::from(BATCH)
    })
}

/// `rtc`: a received packet decrypted.
pub fn rtc_opening(profile: SrtpProfile) -> Candidate<'static> {
    let packets = protected(profile);
    Box::new(move || {
        let mut context = rtc_context(profile);
        for protected in &packets {
            black_box(context.decrypt_rtp(protected).expect("an authentic packet"));
        }
        packets.len()
    })
}

/// str0m: a header written, a payload copied behind it, protected into a new buffer.
pub fn str0m_protection(profile: SrtpProfile) -> Candidate<'static> {
    use str0m::crypto::dtls::SrtpProfile as Theirs;
    let theirs = match profile {
        SrtpProfile::Aes128CmHmacSha1_80 => Theirs::AES128_CM_SHA1_80,
        SrtpProfile::AeadAes128Gcm => Theirs::AEAD_AES_128_GCM,
        SrtpProfile::AeadAes256Gcm => Theirs::AEAD_AES_256_GCM,
    };
    let material = KeyingMaterial::new(&vec![1; profile.keying_material_length()]);
    let mut context = TestSrtp::new(&str0m::crypto::from_feature_flags(), theirs, &material);
    let (payload, mut sequence) = (payload(), 0_u64);
    let extensions = str0m::rtp::ExtensionMap::empty();
    Box::new(move || {
        for _ in 0..BATCH {
            sequence += 1;
            let header = str0m::rtp::RtpHeader {
                payload_type: 96.into(),
                sequence_number: sequence as u16,
                timestamp: sequence as u32,
                ssrc: SSRC.into(),
                ..Default::default()
            };
            black_box(context.protect(header, sequence, &payload, &extensions));
        }
        usize::from(BATCH)
    })
}
