//! Our server and `gnutls-cli`, a process of its own.

use std::process::Command;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{CipherSuite, Config, Event, Failure, Role};

use super::fixtures::config;
use super::gnutls::{self, ALL, CIPHERS, GROUPS, PROFILE, connect, is_missing, priority, record};
use super::lossy_proxy::LossyProxy;
use super::pem_identity::PemIdentity;
use super::process_output::ProcessOutput;
use super::udp_peer::UdpPeer;

fn server(identity: &PemIdentity, change: impl FnOnce(&mut Config)) -> UdpPeer {
    let mut config = config(Role::Server);
    change(&mut config);
    UdpPeer::new(config, identity.fingerprint(), None)
}

/// Connects, compares the keys, and sends a line each way.
fn talk(server: &mut UdpPeer, client: &mut ProcessOutput, suite: CipherSuite, group: NamedGroup) {
    let agreed = server.connect();
    assert_eq!((agreed.cipher_suite, agreed.group), (suite, group));
    assert_eq!(agreed.srtp_profile, Some(PROFILE));
    assert!(agreed.extended_master_secret);
    assert_eq!(client.wait_for("Key material: "), server.exported().to_lowercase());
    client.write_line("from GnuTLS");
    assert_eq!(server.data(), b"from GnuTLS\n");
    server.endpoint.send_application_data(b"from us\n").expect("connected");
    server.flush();
    client.wait_for("from us");
}

/// As [`talk`], over a path without loss; the client then closes.
fn talk_and_part(mut server: UdpPeer, client: &mut Command, suite: CipherSuite, group: NamedGroup) {
    let mut client = connect(client, server.port());
    talk(&mut server, &mut client, suite, group);
    client.end_input();
    assert!(matches!(server.next_event(), Event::AlertReceived { authenticated: true, .. }));
    assert_eq!(server.next_event(), Event::Closed);
}

#[test]
fn both_suites_and_groups_connect_and_export_the_same_keys() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    for (cipher, suite) in CIPHERS {
        for (name, group) in GROUPS {
            let mut client = gnutls::client(&identity, &priority(cipher, name));
            talk_and_part(server(&identity, |_| {}), &mut client, suite, group);
        }
    }
    record("DTLS 1.2, it is the client");
}

#[test]
fn a_certificate_of_rsa_is_taken_in_both_suites() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    for (cipher, suite) in CIPHERS {
        let (name, group) = GROUPS[0];
        let mut client = gnutls::client(&identity, &priority(cipher, name));
        talk_and_part(server(&identity, |_| {}), &mut client, suite, group);
    }
    record("DTLS 1.2 with its certificate of RSA, it is the client");
}

#[test]
fn our_cookie_and_our_fragments_are_understood() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let server = server(&identity, |config| {
        config.cookie_exchange = true;
        config.mtu = 256;
    });
    let (cipher, suite) = CIPHERS[0];
    let (name, group) = GROUPS[0];
    let mut client = gnutls::client(&identity, &priority(cipher, name));
    talk_and_part(server, client.args(["--mtu", "300"]), suite, group);
}

#[test]
fn any_one_datagram_may_be_lost() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut lost = 0;
    for number in 0..8 {
        let mut server = server(&identity, |config| config.mtu = 256);
        let proxy = LossyProxy::start(([127, 0, 0, 1], server.port()).into(), number);
        let mut client = connect(&mut gnutls::client(&identity, ALL), proxy.port());
        server.connect();
        proxy.stop_losing();
        lost += proxy.lost();
        // Our last flight may be lost: only who goes on can be asked for it again.
        client.write_line("from GnuTLS");
        assert_eq!(server.data(), b"from GnuTLS\n");
        assert_eq!(client.wait_for("Key material: "), server.exported().to_lowercase());
        gnutls::assert_same_secret(&identity, &server);
    }
    assert!(lost > 3, "{lost} were lost");
    record("DTLS 1.2 under loss, it is the client");
}

#[test]
fn our_close_ends_it() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = server(&identity, |_| {});
    let mut client = connect(&mut gnutls::client(&identity, ALL), server.port());
    talk(&mut server, &mut client, CipherSuite::EcdheEcdsaAes128GcmSha256, GROUPS[0].1);
    server.close();
    client.wait_for("Peer has closed the GnuTLS connection");
}

#[test]
fn a_client_that_lacks_the_extended_master_secret_is_let_in() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = server(&identity, |_| {});
    let mut client = gnutls::client(&identity, &format!("{ALL}:%NO_SESSION_HASH"));
    let mut client = connect(&mut client, server.port());
    assert!(!server.connect().extended_master_secret);
    assert_eq!(client.wait_for("Key material: "), server.exported().to_lowercase());
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let (identity, other) = (PemIdentity::new(), PemIdentity::new());
    let mut server = server(&other, |_| {});
    let mut client = connect(&mut gnutls::client(&identity, ALL), server.port());
    assert_eq!(server.next_event(), Event::FingerprintMismatch);
    server.flush();
    client.wait_for("Received alert [42]");
}

/// GnuTLS 3.7 passes over an alert that answers its ClientHello, from OpenSSL's server too, and asks
/// again until it gives up: what is to be seen is on our side.
#[test]
fn nothing_in_common_is_refused() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    for (lacking, failure) in [
        ("-CIPHER-ALL:+CHACHA20-POLY1305", Failure::NoCommonCipherSuite),
        ("-GROUP-ALL:+GROUP-SECP521R1", Failure::NoCommonGroup),
    ] {
        let mut server = server(&identity, |_| {});
        let mut client = gnutls::client(&identity, &format!("{ALL}:{lacking}"));
        let _client = connect(&mut client, server.port());
        assert_eq!(server.next_event(), Event::Failed(failure));
    }
}

#[test]
fn a_client_without_a_certificate_is_refused() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = server(&identity, |_| {});
    let mut anonymous = Command::new("gnutls-cli");
    anonymous.args(["--udp", "--insecure", "--priority", ALL]);
    anonymous.args(["--srtp-profiles", "SRTP_AES128_CM_HMAC_SHA1_80"]);
    let mut client = connect(&mut anonymous, server.port());
    assert_eq!(server.next_event(), Event::Failed(Failure::CertificateMissing));
    server.flush();
    client.wait_for("Received alert [40]");
}
