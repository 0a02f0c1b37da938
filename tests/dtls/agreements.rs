//! Every combination that two endpoints can agree on.

use roomrtc_core::crypto::{HashAlgorithm, NamedGroup};
use roomrtc_core::dtls::{CipherSuite, Config, ProtocolVersion, Role};

use super::fixtures::{PROFILES, fingerprint};
use super::pair::Pair;

const GROUPS: [NamedGroup; 2] = [NamedGroup::X25519, NamedGroup::Secp256r1];

/// The suites that our certificate is for.
const OURS: [CipherSuite; 2] =
    [CipherSuite::EcdheEcdsaAes128GcmSha256, CipherSuite::EcdheEcdsaAes256GcmSha384];

fn only(suite: CipherSuite, group: NamedGroup, cookie: bool, mtu: usize) -> impl Fn(&mut Config) {
    move |config| {
        config.cipher_suites = vec![suite];
        config.groups = vec![group];
        config.cookie_exchange = cookie;
        config.mtu = mtu;
    }
}

#[test]
fn all_suites_groups_cookies_and_datagram_sizes_connect() {
    for suite in OURS {
        for group in GROUPS {
            for (cookie, mtu) in [(false, 1_200), (true, 1_200), (false, 256), (true, 128)] {
                let mut pair = Pair::new(3, only(suite, group, cookie, mtu));
                pair.run(|_, _, datagram| {
                    assert!(datagram.len() <= mtu, "{} bytes", datagram.len());
                    vec![0]
                });
                pair.assert_connected();
                let agreed = pair.client.connected().expect("connected");
                assert_eq!((agreed.cipher_suite, agreed.group), (suite, group));
                assert_eq!(agreed.version, ProtocolVersion::Dtls12);
                assert!(agreed.extended_master_secret);
                let expected = fingerprint(Role::Server, HashAlgorithm::Sha256);
                assert_eq!(agreed.peer_fingerprint, expected);
            }
        }
    }
}

#[test]
fn without_loss_nothing_is_sent_twice_or_dropped() {
    let pair = Pair::connected(|_| {});
    assert_eq!(pair.sent, 4);
    assert_eq!(pair.client.drops().total() + pair.server.drops().total(), 0);
    assert_eq!(pair.now.as_millis(), 80);
}

#[test]
fn the_preference_of_the_server_decides() {
    let pair = Pair::connected(|config| {
        if config.role == Role::Client {
            config.cipher_suites.reverse();
            config.groups.reverse();
            config.srtp_profiles.reverse();
        }
    });
    let agreed = pair.client.connected().expect("connected");
    assert_eq!(agreed.cipher_suite, CipherSuite::EcdheEcdsaAes128GcmSha256);
    assert_eq!(agreed.group, NamedGroup::X25519);
    assert_eq!(agreed.srtp_profile, Some(PROFILES[0]));
}

#[test]
fn what_only_one_side_prefers_gives_way_to_what_both_know() {
    let pair = Pair::connected(|config| {
        if config.role == Role::Server {
            config.srtp_profiles = vec![8, 1];
            config.groups = vec![NamedGroup::Secp256r1];
        }
    });
    let agreed = pair.server.connected().expect("connected");
    assert_eq!((agreed.srtp_profile, agreed.group), (Some(1), NamedGroup::Secp256r1));
}

#[test]
fn without_media_no_profile_is_agreed_on() {
    for without in [Role::Client, Role::Server] {
        let mut pair = Pair::new(1, |config| {
            if config.role == without || without == Role::Client {
                config.srtp_profiles = Vec::new();
            }
        });
        pair.run_without_loss();
        let connects = without == Role::Client;
        assert_eq!(pair.client.connected().is_some(), connects);
        assert_eq!(pair.client.connected().and_then(|it| it.srtp_profile), None);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() {
    let record = |seed: u64| {
        let mut bytes = Vec::new();
        Pair::new(seed, |config| config.mtu = 400).run(|_, _, datagram| {
            bytes.push(datagram.clone());
            vec![0]
        });
        bytes
    };
    assert_eq!(record(5), record(5));
    assert_ne!(record(5), record(6));
}

#[test]
fn any_strong_hash_of_the_certificate_will_do() {
    for algorithm in [HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512] {
        let mut pair = Pair::new(1, |_| {});
        let wrong = fingerprint(Role::Client, HashAlgorithm::Sha256);
        let right = fingerprint(Role::Server, algorithm);
        pair.client.set_remote_fingerprints(pair.now, &[wrong, right]);
        pair.run_without_loss();
        pair.assert_connected();
    }
}
