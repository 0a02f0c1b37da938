//! Our client and an `openssl s_server` whose certificate is of RSA.

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{AlertDescription, CipherSuite, Event, Failure};

use super::openssl::{BOTH, GROUPS, RSA_KEYS, RSA_SCHEMES, command, is_missing, record};
use super::openssl_as_server::{client, start, talk};
use super::pem_identity::PemIdentity;

const CIPHER: &str = "ECDHE-RSA-AES128-GCM-SHA256";
const SUITE: CipherSuite = CipherSuite::EcdheRsaAes128GcmSha256;

#[test]
fn the_smallest_and_the_largest_key_connect_in_all_suites_and_groups() {
    if is_missing() {
        return;
    }
    for key in RSA_KEYS {
        let identity = PemIdentity::with_rsa(key);
        for (cipher, suite) in
            [(CIPHER, SUITE), ("ECDHE-RSA-AES256-GCM-SHA384", CipherSuite::EcdheRsaAes256GcmSha384)]
        {
            for (name, group) in GROUPS {
                let mut command = command("s_server", &identity, cipher, name);
                talk(&identity, &mut command, suite, group);
            }
        }
    }
    record("DTLS 1.2 with its certificate of RSA, it is the server");
}

#[test]
fn every_scheme_that_it_signs_by_is_taken() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    for scheme in RSA_SCHEMES {
        let mut command = command("s_server", &identity, CIPHER, BOTH);
        // Of us it wants what we can sign by.
        command.args(["-sigalgs", scheme, "-client_sigalgs", "ECDSA+SHA256"]);
        talk(&identity, &mut command, SUITE, NamedGroup::X25519);
    }
}

#[test]
fn a_large_key_and_a_chain_in_small_datagrams_are_put_together() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:4096");
    let others = ["rsa:2048"; 2].map(PemIdentity::with_rsa);
    let mut command = command("s_server", &identity, CIPHER, BOTH);
    command.arg("-cert_chain").arg(identity.chain_of(&others)).args(["-mtu", "300"]);
    talk(&identity, &mut command, SUITE, NamedGroup::X25519);
}

#[test]
fn a_key_that_is_not_taken_is_refused_and_the_peer_told_why() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:1024");
    let cipher = format!("{CIPHER}:@SECLEVEL=0");
    let (mut server, address) = start(&mut command("s_server", &identity, &cipher, BOTH));
    let mut client = client(&identity, address);
    assert_eq!(client.next_event(), Event::Failed(Failure::UnsupportedCertificate));
    client.flush();
    server.wait_for("alert unsupported certificate");
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let [identity, other] = ["rsa:2048"; 2].map(PemIdentity::with_rsa);
    let (mut server, address) = start(&mut command("s_server", &identity, CIPHER, BOTH));
    let mut client = client(&other, address);
    assert_eq!(client.next_event(), Event::FingerprintMismatch);
    client.flush();
    server.wait_for("alert bad certificate");
}

/// A server that signs by SHA-1 only, and one of a curve that is not offered, find nothing in common.
#[test]
fn a_server_that_finds_nothing_to_sign_by_ends_with_its_alert() {
    if is_missing() {
        return;
    }
    let rsa = PemIdentity::with_rsa("rsa:2048");
    let mut sha_1 = command("s_server", &rsa, &format!("{CIPHER}:@SECLEVEL=0"), BOTH);
    sha_1.args(["-sigalgs", "RSA+SHA1", "-client_sigalgs", "ECDSA+SHA256"]);
    let p384 = PemIdentity::with_key("-newkey ec -pkeyopt ec_paramgen_curve:P-384");
    let curve = command("s_server", &p384, "ECDHE-ECDSA-AES128-GCM-SHA256", "X25519:P-256:P-384");
    for (identity, mut command) in [(rsa, sha_1), (p384, curve)] {
        let (_server, address) = start(&mut command);
        let mut client = client(&identity, address);
        assert!(matches!(client.next_event(), Event::AlertReceived { authenticated: false, .. }));
        let told = Failure::AlertReceived(AlertDescription::HandshakeFailure);
        assert_eq!(client.next_event(), Event::Failed(told));
    }
}
