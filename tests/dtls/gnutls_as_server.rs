//! Our client and `gnutls-serv`, a process of its own. It asks for a cookie by itself.

use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{CipherSuite, Connected, Event, Failure, Role};

use super::fixtures::config;
use super::gnutls::{self, ALL, CIPHERS, GROUPS, PROFILE, is_missing, listen, priority, record};
use super::lossy_proxy::LossyProxy;
use super::pem_identity::PemIdentity;
use super::udp_peer::UdpPeer;

fn client(identity: &PemIdentity, address: SocketAddr) -> UdpPeer {
    UdpPeer::new(config(Role::Client), identity.fingerprint(), Some(address))
}

/// Connects, compares the keys, and sends a line each way.
fn talk(identity: &PemIdentity, server: &mut Command) -> (UdpPeer, Connected) {
    let (_server, address) = listen(server);
    let mut client = client(identity, address);
    let agreed = client.connect();
    assert_eq!(agreed.peer_fingerprint, identity.fingerprint());
    assert_eq!(agreed.srtp_profile, Some(PROFILE));
    gnutls::assert_same_secret(identity, &client);
    client.endpoint.send_application_data(b"from us\n").expect("connected");
    client.flush();
    assert_eq!(client.data(), b"from us\n");
    client.close();
    // It takes the next: the one before is done with.
    let mut next = self::client(identity, address);
    next.connect();
    (client, agreed)
}

#[test]
fn both_suites_and_groups_connect_with_the_same_keys() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    for (cipher, suite) in CIPHERS {
        for (name, group) in GROUPS {
            let mut server = gnutls::server(&identity, &priority(cipher, name));
            let (client, agreed) = talk(&identity, server.arg("--require-client-cert"));
            assert_eq!((agreed.cipher_suite, agreed.group), (suite, group));
            assert!(agreed.extended_master_secret);
            // HelloVerifyRequest.
            assert_eq!(client.first_received.as_ref().map(|datagram| datagram[13]), Some(3));
        }
    }
    record("DTLS 1.2, it is the server");
}

#[test]
fn a_certificate_of_rsa_is_taken_in_both_suites() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::with_rsa("rsa:2048");
    for (cipher, suite) in [
        ("AES-128-GCM", CipherSuite::EcdheRsaAes128GcmSha256),
        ("AES-256-GCM", CipherSuite::EcdheRsaAes256GcmSha384),
    ] {
        let mut server = gnutls::server(&identity, &priority(cipher, GROUPS[0].0));
        let (_, agreed) = talk(&identity, server.arg("--require-client-cert"));
        assert_eq!(agreed.cipher_suite, suite);
    }
    record("DTLS 1.2 with its certificate of RSA, it is the server");
}

#[test]
fn its_flight_in_many_fragments_is_put_together_and_no_cookie_is_needed() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = gnutls::server(&identity, ALL);
    let (client, agreed) = talk(&identity, server.args(["--mtu", "256", "--nocookie"]));
    assert_eq!(agreed.group, NamedGroup::X25519);
    // ServerHello.
    assert_eq!(client.first_received.as_ref().map(|datagram| datagram[13]), Some(2));
}

#[test]
fn a_server_that_does_not_ask_for_a_certificate_and_lacks_the_extended_master_secret() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = gnutls::server(&identity, &format!("{ALL}:%NO_SESSION_HASH"));
    let (_, agreed) = talk(&identity, server.arg("--disable-client-cert"));
    assert!(!agreed.extended_master_secret);
}

#[test]
fn any_one_datagram_may_be_lost() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut lost = 0;
    for number in 0..8 {
        let mut server = gnutls::server(&identity, ALL);
        let (_server, address) = listen(server.args(["--mtu", "256"]));
        let proxy = LossyProxy::start(address, number);
        let mut client = client(&identity, ([127, 0, 0, 1], proxy.port()).into());
        client.connect();
        gnutls::assert_same_secret(&identity, &client);
        proxy.stop_losing();
        lost += proxy.lost();
        client.endpoint.send_application_data(b"from us\n").expect("connected");
        client.flush();
        assert_eq!(client.data(), b"from us\n");
    }
    assert!(lost > 3, "{lost} were lost");
    record("DTLS 1.2 under loss, it is the server");
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let (identity, other) = (PemIdentity::new(), PemIdentity::new());
    let (mut server, address) = listen(&mut gnutls::server(&identity, ALL));
    let mut client = client(&other, address);
    assert_eq!(client.next_event(), Event::FingerprintMismatch);
    client.flush();
    server.wait_for("fatal alert has been received");
}

/// `gnutls-serv` 3.7 sends no alert then: it says so to itself, and we wait in vain.
#[test]
fn a_suite_or_group_it_does_not_have_ends_it() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    for lacking in ["-CIPHER-ALL:+CHACHA20-POLY1305", "-GROUP-ALL:+GROUP-SECP521R1"] {
        let mut server = gnutls::server(&identity, &format!("{ALL}:{lacking}"));
        let (mut server, address) = listen(&mut server);
        let mut config = config(Role::Client);
        config.handshake_timeout = Duration::from_secs(2);
        let mut client = UdpPeer::new(config, identity.fingerprint(), Some(address));
        assert_eq!(client.next_event(), Event::Failed(Failure::TimedOut));
        server.wait_for("Error in handshake");
    }
}

#[test]
fn of_both_suites_it_may_take_its_own_favourite() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = gnutls::server(&identity, &format!("{ALL}:%SERVER_PRECEDENCE"));
    let (_, agreed) = talk(&identity, &mut server);
    assert_eq!(agreed.cipher_suite, CipherSuite::EcdheEcdsaAes256GcmSha384);
}
