//! SRTP and SRTCP in steady state.

use allocation_counter::measure;
use roomrtc_core::crypto::{default_provider, rust_crypto};
use roomrtc_core::srtp::{MasterKey, SrtpProfile, SrtpReceiver, SrtpSender};

/// Packets of two sources and reports, from one end to the other, in buffers that are used again.
fn run(sender: &mut SrtpSender, receiver: &mut SrtpReceiver, buffer: &mut Vec<u8>, from: u16) {
    for sequence in from..from + 500 {
        for ssrc in [7, 8] {
            buffer.clear();
            buffer.extend_from_slice(&[0x80, 96]);
            buffer.extend_from_slice(&sequence.to_be_bytes());
            buffer.extend_from_slice(&[0, 0, 0, 0, 0, 0, 0, ssrc]);
            buffer.resize(1_200, 5);
            sender.protect_rtp(buffer, 0).expect("a new packet");
            receiver.unprotect_rtp(buffer).expect("an authentic packet");
            buffer.clear();
            buffer.extend_from_slice(&[0x80, 201, 0, 1, 0, 0, 0, ssrc]);
            sender.protect_rtcp(buffer, 0).expect("a packet");
            receiver.unprotect_rtcp(buffer).expect("an authentic packet");
        }
    }
}

#[test]
fn no_packet_allocates() {
    for provider in [default_provider(), rust_crypto::PROVIDER] {
        for profile in SrtpProfile::ALL {
            let (key, salt) = (vec![1; profile.key_length()], vec![2; profile.salt_length()]);
            let master = MasterKey::new(profile, &key, &salt).expect("lengths of the profile");
            let mut sender = SrtpSender::new(provider, &master).expect("a sender");
            let mut receiver = SrtpReceiver::new(provider, &master).expect("a receiver");
            let mut buffer = Vec::with_capacity(2_000);
            run(&mut sender, &mut receiver, &mut buffer, 0);
            let info = measure(|| run(&mut sender, &mut receiver, &mut buffer, 500));
            assert_eq!(info.count_total, 0, "{} {}", provider.name(), profile.name());
        }
    }
}

#[test]
fn the_counter_counts() {
    assert_eq!(measure(|| drop(std::hint::black_box(vec![1_u8; 10]))).count_total, 1);
}
