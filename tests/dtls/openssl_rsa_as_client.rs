//! Our server and an `openssl s_client` whose certificate is of RSA.

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{CipherSuite, Event, Failure};

use super::openssl::{BOTH, GROUPS, RSA_KEYS, RSA_SCHEMES, command, is_missing, record};
use super::openssl_as_client::{connect_to, server, talk};
use super::pem_identity::PemIdentity;

const CIPHER: &str = "ECDHE-ECDSA-AES128-GCM-SHA256";
const SUITE: CipherSuite = CipherSuite::EcdheEcdsaAes128GcmSha256;

#[test]
fn the_smallest_and_the_largest_key_connect_in_all_suites_and_groups() {
    if is_missing() {
        return;
    }
    for key in RSA_KEYS {
        let identity = PemIdentity::with_rsa(key);
        for (cipher, suite) in [
            (CIPHER, SUITE),
            ("ECDHE-ECDSA-AES256-GCM-SHA384", CipherSuite::EcdheEcdsaAes256GcmSha384),
        ] {
            for (name, group) in GROUPS {
                let mut command = command("s_client", &identity, cipher, name);
                talk(server(&identity, |_| {}), &mut command, suite, group);
            }
        }
    }
    record("DTLS 1.2 with its certificate of RSA, it is the client");
}

#[test]
fn every_scheme_that_it_signs_by_is_taken() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    for scheme in RSA_SCHEMES {
        let mut command = command("s_client", &identity, CIPHER, BOTH);
        command.args(["-sigalgs", &format!("ECDSA+SHA256:{scheme}")]);
        talk(server(&identity, |_| {}), &mut command, SUITE, NamedGroup::X25519);
    }
}

#[test]
fn a_large_key_and_a_chain_in_small_datagrams_are_put_together() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:4096");
    let others = ["rsa:2048"; 2].map(PemIdentity::with_rsa);
    let mut command = command("s_client", &identity, CIPHER, BOTH);
    command.arg("-cert_chain").arg(identity.chain_of(&others)).args(["-mtu", "300"]);
    talk(server(&identity, |_| {}), &mut command, SUITE, NamedGroup::X25519);
}

#[test]
fn sha_1_only_is_refused() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    let mut server = server(&identity, |_| {});
    let mut command = command("s_client", &identity, &format!("{CIPHER}:@SECLEVEL=0"), BOTH);
    command.args(["-sigalgs", "ECDSA+SHA256:RSA+SHA1"]);
    let mut client = connect_to(&server, &mut command);
    // It has nothing to sign by, and so shows no certificate.
    assert_eq!(server.next_event(), Event::Failed(Failure::CertificateMissing));
    server.flush();
    client.wait_for("alert handshake failure");
}

#[test]
fn keys_that_are_not_taken_are_refused_and_the_peer_told_why() {
    if is_missing() {
        return;
    }
    for key in ["rsa:1024", "ec -pkeyopt ec_paramgen_curve:P-384"] {
        let identity = PemIdentity::with_key(&format!("-newkey {key}"));
        let mut server = server(&identity, |_| {});
        let cipher = format!("{CIPHER}:@SECLEVEL=0");
        let mut command = command("s_client", &identity, &cipher, "X25519:P-256:P-384");
        let mut client = connect_to(&server, &mut command);
        let failure = Event::Failed(Failure::UnsupportedCertificate);
        assert_eq!(server.next_event(), failure, "{key}");
        server.flush();
        client.wait_for("alert unsupported certificate");
    }
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let [identity, other] = ["rsa:2048"; 2].map(PemIdentity::with_rsa);
    let mut server = server(&other, |_| {});
    let mut client = connect_to(&server, &mut command("s_client", &identity, CIPHER, BOTH));
    assert_eq!(server.next_event(), Event::FingerprintMismatch);
    server.flush();
    client.wait_for("alert bad certificate");
}

#[test]
fn a_client_with_suites_of_rsa_only_is_refused() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    let mut server = server(&identity, |_| {});
    let cipher = "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384";
    let mut client = connect_to(&server, &mut command("s_client", &identity, cipher, BOTH));
    assert_eq!(server.next_event(), Event::Failed(Failure::NoCommonCipherSuite));
    server.flush();
    client.wait_for("alert handshake failure");
}
