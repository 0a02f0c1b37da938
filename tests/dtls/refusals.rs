//! Handshakes that must not succeed, and what each side is told.

use roomrtc_core::crypto::{HashAlgorithm, NamedGroup};
use roomrtc_core::dtls::{
    Alert, AlertDescription, CipherSuite, Config, Event, Failure, Role, StateName,
};

use super::fixtures::{fingerprint, other};
use super::pair::Pair;

fn alert(description: AlertDescription) -> Event {
    Event::AlertReceived { alert: Alert::fatal(description), authenticated: false }
}

/// The side `by` ends with `event`, the other is told by `description` and believes it.
#[track_caller]
fn assert_refused(pair: &Pair, by: Role, event: Event, description: AlertDescription) {
    let (refusing, told) = match by {
        Role::Client => (&pair.client_events, &pair.server_events),
        Role::Server => (&pair.server_events, &pair.client_events),
    };
    assert_eq!(refusing[..], [event]);
    assert_eq!(told.last(), Some(&Event::Failed(Failure::AlertReceived(description))));
    assert!(told.contains(&alert(description)));
    assert_eq!(pair.client.state(), StateName::Failed);
    assert_eq!(pair.server.state(), StateName::Failed);
    assert!(pair.client.export("EXTRACTOR-dtls_srtp", None, 60).is_err());
    assert!(pair.now.as_millis() < 1_000, "{:?}", pair.now);
}

fn refused(change: impl Fn(&mut Config), by: Role, failure: Failure) {
    let mut pair = Pair::new(1, change);
    pair.run_without_loss();
    let description = failure.alert().expect("an alert");
    assert_refused(&pair, by, Event::Failed(failure), description);
}

#[test]
fn a_wrong_fingerprint_is_refused_by_either_side() {
    for by in [Role::Client, Role::Server] {
        for expected in [vec![fingerprint(by, HashAlgorithm::Sha256)], vec![]] {
            let mut pair = Pair::new(1, |_| {});
            let now = pair.now;
            pair.endpoint(by).set_remote_fingerprints(now, &expected);
            pair.run_without_loss();
            let description = AlertDescription::BadCertificate;
            assert_refused(&pair, by, Event::FingerprintMismatch, description);
        }
    }
}

#[test]
fn sha_1_does_not_vouch_for_a_certificate() {
    let mut pair = Pair::new(1, |_| {});
    let weak = fingerprint(Role::Server, HashAlgorithm::Sha1);
    pair.client.set_remote_fingerprints(pair.now, &[weak]);
    pair.run_without_loss();
    assert_eq!(pair.client_events, [Event::FingerprintMismatch]);
}

#[test]
fn no_common_suite() {
    let change = |config: &mut Config| {
        config.cipher_suites = match config.role {
            Role::Client => vec![CipherSuite::EcdheEcdsaAes128GcmSha256],
            Role::Server => vec![CipherSuite::EcdheEcdsaAes256GcmSha384],
        };
    };
    refused(change, Role::Server, Failure::NoCommonCipherSuite);
}

#[test]
fn suites_that_our_certificate_is_not_for_are_not_common() {
    let change = |config: &mut Config| {
        if config.role == Role::Client {
            config.cipher_suites =
                vec![CipherSuite::EcdheRsaAes128GcmSha256, CipherSuite::EcdheRsaAes256GcmSha384];
        }
    };
    refused(change, Role::Server, Failure::NoCommonCipherSuite);
}

#[test]
fn no_common_group() {
    let change = |config: &mut Config| {
        config.groups = match config.role {
            Role::Client => vec![NamedGroup::X25519],
            Role::Server => vec![NamedGroup::Secp256r1],
        };
    };
    refused(change, Role::Server, Failure::NoCommonGroup);
}

#[test]
fn no_common_srtp_profile() {
    let different = |config: &mut Config| config.srtp_profiles = vec![1 + config.role as u16];
    refused(different, Role::Server, Failure::NoCommonSrtpProfile);
    let only_with = |role: Role| {
        move |config: &mut Config| {
            if config.role != role {
                config.srtp_profiles = Vec::new();
            }
        }
    };
    refused(only_with(Role::Server), Role::Server, Failure::NoCommonSrtpProfile);
    refused(only_with(Role::Client), Role::Client, Failure::NoCommonSrtpProfile);
}

/// Where the body of the first message of `message_type` begins, in a datagram of whole messages.
fn find(datagram: &[u8], message_type: u8) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    while start + 25 <= datagram.len() {
        let length = usize::from(u16::from_be_bytes([datagram[start + 11], datagram[start + 12]]));
        let end = start + 13 + length;
        if datagram[start] == 22 && datagram[start + 4] == 0 && datagram[start + 13] == message_type
        {
            return Some(start + 25..end);
        }
        start = end;
    }
    None
}

/// Runs with the last byte of a message changed on its way: the end of its signature.
fn with_changed_signature(message_type: u8) -> Pair {
    let mut pair = Pair::new(1, |_| {});
    pair.run(|_, _, datagram| {
        if let Some(body) = find(datagram, message_type) {
            datagram[body.end - 1] ^= 1;
        }
        vec![0]
    });
    pair
}

#[test]
fn a_bad_signature_of_either_side_is_refused() {
    for (message_type, by) in [(12, Role::Client), (15, Role::Server)] {
        let pair = with_changed_signature(message_type);
        let event = Event::Failed(Failure::BadSignature);
        assert_refused(&pair, by, event, AlertDescription::DecryptError);
    }
}

/// Replaces bytes of the hellos on their way.
fn tampered(sender: Role, message_type: u8, from: &[u8], to: &[u8]) -> Pair {
    let mut pair = Pair::new(1, |_| {});
    pair.run(|_, role, datagram| {
        if let Some(body) = find(datagram, message_type).filter(|_| role == sender) {
            let hello = &datagram[body.clone()];
            let at = hello.windows(from.len()).position(|window| window == from);
            let at = body.start + at.expect("the bytes to change");
            datagram[at..at + to.len()].copy_from_slice(to);
        }
        vec![0]
    });
    pair
}

const EXTENDED_MASTER_SECRET: [u8; 4] = [0, 23, 0, 0];

#[test]
fn taking_the_extended_master_secret_away_is_noticed() {
    let pair = tampered(Role::Client, 1, &EXTENDED_MASTER_SECRET, &[0x5a, 0x5a, 0, 0]);
    assert!(pair.server_events.contains(&Event::Failed(Failure::BadSignature)));
}

#[test]
fn an_answer_to_what_was_not_offered_is_refused() {
    let pair = tampered(Role::Server, 2, &EXTENDED_MASTER_SECRET, &[0, 35, 0, 0]);
    let event = Event::Failed(Failure::UnsupportedExtension);
    assert_refused(&pair, Role::Client, event, AlertDescription::UnsupportedExtension);
}

#[test]
fn a_choice_that_was_not_offered_is_refused() {
    // Neither ECDHE_ECDSA with ChaCha20 nor any compression.
    for (from, to) in [([0xc0, 0x2b, 0], [0xcc, 0xa9, 0]), ([0xc0, 0x2b, 0], [0xc0, 0x2b, 1])] {
        let pair = tampered(Role::Server, 2, &from, &to);
        let event = Event::Failed(Failure::IllegalParameter);
        assert_refused(&pair, Role::Client, event, AlertDescription::IllegalParameter);
    }
    let pair = tampered(Role::Server, 2, &[0, 14, 0, 5, 0, 2, 0, 7], &[0, 14, 0, 5, 0, 2, 0, 9]);
    assert_eq!(pair.client_events, [Event::Failed(Failure::IllegalParameter)]);
}

/// A suite of RSA was offered, but the certificate that follows is of ECDSA.
#[test]
fn a_certificate_of_another_kind_than_the_suites_is_refused() {
    for suite in [0x2f, 0x30] {
        let pair = tampered(Role::Server, 2, &[0xc0, 0x2b, 0], &[0xc0, suite, 0]);
        let event = Event::Failed(Failure::IllegalParameter);
        assert_refused(&pair, Role::Client, event, AlertDescription::IllegalParameter);
    }
}

/// In ServerKeyExchange and in CertificateVerify: the scheme stands before the signature, whose DER
/// begins with 0x30.
#[test]
fn a_signature_scheme_of_another_kind_than_the_key_is_refused() {
    for scheme in [[8, 4], [4, 1], [2, 1], [2, 3]] {
        for (sender, message_type) in [(Role::Server, 12), (Role::Client, 15)] {
            let pair = tampered_scheme(sender, message_type, scheme);
            let event = Event::Failed(Failure::IllegalParameter);
            assert_refused(&pair, other(sender), event, AlertDescription::IllegalParameter);
        }
    }
}

fn tampered_scheme(sender: Role, message_type: u8, scheme: [u8; 2]) -> Pair {
    let mut pair = Pair::new(1, |_| {});
    pair.run(|_, role, datagram| {
        if let Some(body) = find(datagram, message_type).filter(|_| role == sender) {
            let place = datagram[body.clone()]
                .windows(4)
                .rposition(|it| matches!(it, [4, 3, 0, 0x40..=0x48]));
            let place = body.start + place.expect("the scheme");
            datagram[place..place + 2].copy_from_slice(&scheme);
        }
        vec![0]
    });
    pair
}

#[test]
fn another_version_is_refused_by_either_side() {
    let description = AlertDescription::ProtocolVersion;
    for (sender, message_type) in [(Role::Client, 1), (Role::Server, 2)] {
        let pair = tampered(sender, message_type, &[0xfe, 0xfd], &[0xfe, 0xff]);
        let event = Event::Failed(Failure::UnsupportedVersion);
        assert_refused(&pair, other(sender), event, description);
    }
}

#[test]
fn a_signature_that_cannot_be_made_is_refused() {
    let schemes = [0, 13, 0, 20, 0, 18, 4, 3, 5, 3, 6, 3, 8, 4];
    let only_rsa = [0, 13, 0, 20, 0, 18, 4, 1, 5, 1, 6, 1, 8, 4];
    let pair = tampered(Role::Client, 1, &schemes, &only_rsa);
    assert_eq!(pair.server_events, [Event::Failed(Failure::NoCommonSignatureScheme)]);
}

#[test]
fn the_alert_comes_again_with_the_messages_that_caused_it_but_not_with_alerts() {
    let mut pair = Pair::new(1, |_| {});
    let unexpected = fingerprint(Role::Server, HashAlgorithm::Sha256);
    pair.server.set_remote_fingerprints(pair.now, &[unexpected]);
    let mut last = [Vec::new(), Vec::new()];
    pair.run(|_, role, datagram| {
        last[role as usize] = datagram.clone();
        vec![0]
    });
    let [flight, alert] = last;
    let later = pair.now + std::time::Duration::from_secs(1);
    let mut sent = Vec::new();
    pair.server.handle_datagram(later, &alert);
    assert!(!pair.server.poll_transmit(&mut sent));
    pair.server.handle_datagram(later, &flight);
    pair.server.handle_datagram(later, &flight);
    assert!(pair.server.poll_transmit(&mut sent));
    assert_eq!(sent[13..], alert[13..]);
    assert!(!pair.server.poll_transmit(&mut sent));
}
