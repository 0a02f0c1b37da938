//! A DTLS handshake, both ends together.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::{Certificate, HashAlgorithm, default_provider};
use roomrtc_core::dtls::{Config, Endpoint, Event, Fingerprint, Role};
use roomrtc_core::srtp::SrtpProfile;

fn certificate(number: u64) -> Certificate {
    let mut random = Seed::from_u64(number).stream("certificate");
    Certificate::generate(1_800_000_000, &mut random)
}

fn endpoint(role: Role, own: &Certificate, other: &Certificate) -> Endpoint {
    let mut config = Config::new(role, default_provider(), own.clone());
    config.srtp_profiles = SrtpProfile::ALL.map(SrtpProfile::code).to_vec();
    let mut endpoint = Endpoint::new(config, Seed::from_u64(3).derive("dtls"));
    let fingerprint = Fingerprint::of(HashAlgorithm::Sha256, other.der(), default_provider());
    endpoint.set_remote_fingerprints(Time::ZERO, &[fingerprint]);
    endpoint
}

/// Carries datagrams over until both ends are silent.
fn run(client: &mut Endpoint, server: &mut Endpoint) {
    let mut datagram = Vec::new();
    client.start(Time::ZERO, None);
    server.start(Time::ZERO, None);
    loop {
        let mut is_silent = true;
        for is_client in [true, false] {
            let (from, to) =
                if is_client { (&mut *client, &mut *server) } else { (&mut *server, &mut *client) };
            datagram.clear();
            while from.poll_transmit(&mut datagram) {
                is_silent = false;
                to.handle_datagram(Time::ZERO, &datagram);
                datagram.clear();
            }
        }
        if is_silent {
            break;
        }
    }
    assert!(matches!(client.poll_event(), Some(Event::Connected(_))));
    assert!(matches!(server.poll_event(), Some(Event::Connected(_))));
}

fn handshakes(criterion: &mut Criterion) {
    let (one, other) = (certificate(1), certificate(2));
    criterion.bench_function("dtls handshake", |bencher| {
        let pair = || (endpoint(Role::Client, &one, &other), endpoint(Role::Server, &other, &one));
        bencher.iter_batched(
            pair,
            |(mut client, mut server)| run(&mut client, &mut server),
            BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, handshakes);
criterion_main!(benches);
