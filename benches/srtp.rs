//! SRTP on 1,200-byte packets, for each profile.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use roomrtc_core::crypto::default_provider;
use roomrtc_core::srtp::{MasterKey, SrtpProfile, SrtpReceiver, SrtpSender};

fn master(profile: SrtpProfile) -> MasterKey {
    let (key, salt) = (vec![1; profile.key_length()], vec![2; profile.salt_length()]);
    MasterKey::new(profile, &key, &salt).expect("lengths of the profile")
}

/// Makes the packet in `buffer` the one with this sequence number.
fn number(buffer: &mut [u8], sequence: u16) {
    buffer[2..4].copy_from_slice(&sequence.to_be_bytes());
}

fn packet() -> Vec<u8> {
    let mut packet = vec![0x80, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
    packet.resize(1_200, 5);
    packet
}

fn protect(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("srtp protect");
    group.throughput(Throughput::Elements(1));
    for profile in SrtpProfile::ALL {
        let mut sender = SrtpSender::new(default_provider(), &master(profile)).expect("a sender");
        let (mut buffer, mut sequence) = (packet(), 0_u16);
        group.bench_function(profile.name(), |bencher| {
            bencher.iter(|| {
                sequence = sequence.wrapping_add(1);
                buffer.truncate(1_200);
                number(&mut buffer, sequence);
                sender.protect_rtp(&mut buffer, 0)
            });
        });
    }
    group.finish();
}

fn unprotect(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("srtp unprotect");
    group.throughput(Throughput::Elements(1));
    for profile in SrtpProfile::ALL {
        let mut sender = SrtpSender::new(default_provider(), &master(profile)).expect("a sender");
        let mut receiver =
            SrtpReceiver::new(default_provider(), &master(profile)).expect("a receiver");
        let (mut plain, mut sequence) = (packet(), 0_u16);
        let mut next = || {
            sequence = sequence.wrapping_add(1);
            number(&mut plain, sequence);
            let mut buffer = plain.clone();
            sender.protect_rtp(&mut buffer, 0).expect("a new packet");
            buffer
        };
        group.bench_function(profile.name(), |bencher| {
            bencher.iter_batched(
                &mut next,
                |mut buffer| {
                    receiver.unprotect_rtp(&mut buffer).expect("an authentic packet");
                    buffer
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, protect, unprotect);
criterion_main!(benches);
