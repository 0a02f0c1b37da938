//! The cryptography of a connection and of a packet, by provider.

use criterion::{Criterion, criterion_group, criterion_main};
use roomrtc_core::base::Seed;
use roomrtc_core::crypto::{
    AeadAlgorithm, Certificate, CryptoProvider, HashAlgorithm, NamedGroup, PublicKey,
    SignatureScheme, SigningKey, default_provider, rust_crypto,
};

fn providers() -> [&'static dyn CryptoProvider; 2] {
    [default_provider(), rust_crypto::PROVIDER]
}

fn packets(criterion: &mut Criterion) {
    for provider in providers() {
        let mut group = criterion.benchmark_group(format!("{} 1200 bytes", provider.name()));
        let mut text = vec![3; 1_200];
        for algorithm in [AeadAlgorithm::Aes128Gcm, AeadAlgorithm::Aes256Gcm] {
            let key = provider.aead(algorithm, &vec![1; algorithm.key_length()]).expect("a key");
            group.bench_function(format!("seal {algorithm:?}"), |bencher| {
                bencher.iter(|| key.seal_in_place(&[2; 12], &[4; 12], &mut text));
            });
        }
        let counter = provider.counter_mode(&[1; 16]).expect("a key");
        group.bench_function("AES-128 counter mode", |bencher| {
            bencher.iter(|| counter.apply(&[5; 16], &mut text));
        });
        let code = provider.hmac(HashAlgorithm::Sha1, &[6; 20]);
        group.bench_function("HMAC-SHA1", |bencher| bencher.iter(|| code.sign(&[&text])));
        group.finish();
    }
}

fn key_exchanges(criterion: &mut Criterion) {
    for provider in providers() {
        let mut group = criterion.benchmark_group(provider.name());
        for named in [NamedGroup::X25519, NamedGroup::Secp256r1] {
            let mut random = Seed::from_u64(1).stream("bench");
            let pair = provider.key_exchange(named, &mut random);
            let public_key = provider.key_exchange(named, &mut random).public_key().to_vec();
            group.bench_function(format!("{named:?} key pair"), |bencher| {
                bencher.iter(|| provider.key_exchange(named, &mut random));
            });
            group.bench_function(format!("{named:?} agreement"), |bencher| {
                bencher.iter(|| pair.agree(&public_key));
            });
        }
        group.finish();
    }
}

fn signatures(criterion: &mut Criterion) {
    let scheme = SignatureScheme::EcdsaSecp256r1Sha256;
    let mut random = Seed::from_u64(1).stream("bench");
    let key = SigningKey::generate(&mut random);
    let signature = key.sign(scheme, b"message");
    let public_key = PublicKey::Secp256r1(*key.public_key());
    criterion.bench_function("certificate", |bencher| {
        bencher.iter(|| Certificate::generate(1_800_000_000, &mut random));
    });
    criterion.bench_function("sign", |bencher| bencher.iter(|| key.sign(scheme, b"message")));
    for provider in providers() {
        criterion.bench_function(&format!("{} verify", provider.name()), |bencher| {
            bencher.iter(|| provider.verify(scheme, &public_key, b"message", &signature));
        });
    }
}

criterion_group!(benches, packets, key_exchanges, signatures);
criterion_main!(benches);
