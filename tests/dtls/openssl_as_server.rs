//! Our client and `openssl s_server`, a process of its own. It asks for a cookie by itself.

use std::net::SocketAddr;
use std::process::Command;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{CipherSuite, Event, Failure, Role};

use super::fixtures::config;
use super::lossy_proxy::LossyProxy;
use super::openssl::{BOTH, GROUPS, command, is_missing, record};
use super::pem_identity::PemIdentity;
use super::process_output::ProcessOutput;
use super::udp_peer::UdpPeer;

pub(super) fn start(command: &mut Command) -> (ProcessOutput, SocketAddr) {
    let mut server = ProcessOutput::start(command.args(["-accept", "127.0.0.1:0"]));
    let address = server.wait_for("ACCEPT ").parse().expect("an address");
    (server, address)
}

pub(super) fn client(identity: &PemIdentity, address: SocketAddr) -> UdpPeer {
    UdpPeer::new(config(Role::Client), identity.fingerprint(), Some(address))
}

/// Connects, compares the keys, and sends a line each way.
pub(super) fn talk(
    identity: &PemIdentity,
    command: &mut Command,
    suite: CipherSuite,
    group: NamedGroup,
) {
    let (mut server, address) = start(command.args(["-verify", "1"]));
    let mut client = client(identity, address);
    let agreed = client.connect();
    assert_eq!((agreed.cipher_suite, agreed.group), (suite, group));
    assert_eq!(agreed.peer_fingerprint, identity.fingerprint());
    assert!(agreed.srtp_profile.is_some());
    // HelloVerifyRequest.
    assert_eq!(client.first_received.as_ref().map(|datagram| datagram[13]), Some(3));
    assert_eq!(server.wait_for("Keying material: "), client.exported());
    client.endpoint.send_application_data(b"from us\n").expect("connected");
    client.flush();
    server.wait_for("from us");
    server.write_line("from OpenSSL");
    assert_eq!(client.data(), b"from OpenSSL\n");
    client.close();
    server.wait_for("DONE");
}

#[test]
fn both_suites_and_groups_connect_and_export_the_same_keys() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    for (cipher, suite) in [
        ("ECDHE-ECDSA-AES128-GCM-SHA256", CipherSuite::EcdheEcdsaAes128GcmSha256),
        ("ECDHE-ECDSA-AES256-GCM-SHA384", CipherSuite::EcdheEcdsaAes256GcmSha384),
    ] {
        for (name, group) in GROUPS {
            let mut command = command("s_server", &identity, cipher, name);
            talk(&identity, &mut command, suite, group);
        }
    }
    record("DTLS 1.2, it is the server");
}

#[test]
fn its_flight_in_many_fragments_is_put_together() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut command = command("s_server", &identity, "ECDHE-ECDSA-AES128-GCM-SHA256", BOTH);
    let suite = CipherSuite::EcdheEcdsaAes128GcmSha256;
    talk(&identity, command.args(["-mtu", "300"]), suite, NamedGroup::X25519);
}

#[test]
fn any_one_datagram_may_be_lost() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut lost = 0;
    for number in 0..8 {
        let mut command = command("s_server", &identity, "ECDHE-ECDSA-AES128-GCM-SHA256", BOTH);
        let (mut server, address) = start(command.args(["-mtu", "300"]));
        let proxy = LossyProxy::start(address, number);
        let mut client = client(&identity, ([127, 0, 0, 1], proxy.port()).into());
        client.connect();
        proxy.stop_losing();
        lost += proxy.lost();
        assert_eq!(server.wait_for("Keying material: "), client.exported());
    }
    assert!(lost > 3, "{lost} were lost");
    record("DTLS 1.2 under loss, it is the server");
}

#[test]
fn a_server_that_does_not_ask_for_a_certificate_and_lacks_the_extended_master_secret() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut command = command("s_server", &identity, "ECDHE-ECDSA-AES128-GCM-SHA256", BOTH);
    command.env("OPENSSL_CONF", identity.without_extended_master_secret());
    let (mut server, address) = start(&mut command);
    let mut client = client(&identity, address);
    assert!(!client.connect().extended_master_secret);
    assert_eq!(server.wait_for("Keying material: "), client.exported());
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let (identity, other) = (PemIdentity::new(), PemIdentity::new());
    let mut command = command("s_server", &identity, "ECDHE-ECDSA-AES128-GCM-SHA256", BOTH);
    let (mut server, address) = start(&mut command);
    let mut client = client(&other, address);
    assert_eq!(client.next_event(), Event::FingerprintMismatch);
    client.flush();
    server.wait_for("alert bad certificate");
}

#[test]
fn a_suite_it_does_not_have_ends_with_its_alert() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut command = command("s_server", &identity, "ECDHE-ECDSA-CHACHA20-POLY1305", BOTH);
    let (_server, address) = start(&mut command);
    let mut client = client(&identity, address);
    assert!(matches!(client.next_event(), Event::AlertReceived { authenticated: false, .. }));
    assert!(matches!(client.next_event(), Event::Failed(Failure::AlertReceived(_))));
}
