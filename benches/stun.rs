//! A connectivity check of ICE: built, and read with its integrity verified.

use criterion::{Criterion, criterion_group, criterion_main};
use roomrtc_core::base::Seed;
use roomrtc_core::crypto::{HashAlgorithm, HmacKey, default_provider};
use roomrtc_core::stun::{Message, MessageBuilder, MessageClass, Method, TransactionId};

fn check(id: TransactionId, key: &dyn HmacKey, output: &mut Vec<u8>) {
    MessageBuilder::new(MessageClass::Request, Method::BINDING, id, output)
        .username("abcd", "efgh")
        .priority(0x6e00_1eff)
        .ice_controlling(0x0123_4567_89ab_cdef)
        .use_candidate()
        .integrity(key)
        .fingerprint();
}

fn checks(criterion: &mut Criterion) {
    let id = TransactionId::random(&mut Seed::from_u64(1).stream("bench"));
    let key = default_provider().hmac(HashAlgorithm::Sha1, b"a password of 22 bytes");
    let mut buffer = Vec::new();
    criterion.bench_function("stun build", |bencher| {
        bencher.iter(|| {
            buffer.clear();
            check(id, &*key, &mut buffer);
        });
    });
    criterion.bench_function("stun parse and verify", |bencher| {
        bencher.iter(|| {
            let message = Message::parse(&buffer).expect("a message");
            message.verify(&*key).expect("its integrity");
            message.priority()
        });
    });
}

criterion_group!(benches, checks);
criterion_main!(benches);
