//! Our server and `openssl s_client`, a process of its own.

use std::process::Command;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::{CipherSuite, Config, Event, Role};

use super::fixtures::{PROFILES, config};
use super::lossy_proxy::LossyProxy;
use super::openssl::{BOTH, GROUPS, command, is_missing, record};
use super::pem_identity::PemIdentity;
use super::process_output::ProcessOutput;
use super::udp_peer::UdpPeer;

pub(super) fn server(identity: &PemIdentity, change: impl FnOnce(&mut Config)) -> UdpPeer {
    let mut config = config(Role::Server);
    change(&mut config);
    UdpPeer::new(config, identity.fingerprint(), None)
}

pub(super) fn connect_to(server: &UdpPeer, command: &mut Command) -> ProcessOutput {
    ProcessOutput::start(command.arg("-connect").arg(format!("127.0.0.1:{}", server.port())))
}

/// Connects, compares the keys, and sends a line each way.
pub(super) fn talk(
    mut server: UdpPeer,
    command: &mut Command,
    suite: CipherSuite,
    group: NamedGroup,
) {
    let mut client = connect_to(&server, command);
    let agreed = server.connect();
    assert_eq!((agreed.cipher_suite, agreed.group), (suite, group));
    assert_eq!(agreed.srtp_profile, Some(PROFILES[0]));
    assert_eq!(client.wait_for("Keying material: "), server.exported());
    client.write_line("from OpenSSL");
    assert_eq!(server.data(), b"from OpenSSL\n");
    server.endpoint.send_application_data(b"from us\n").expect("connected");
    server.flush();
    client.wait_for("from us");
    client.write_line("Q");
    assert!(matches!(server.next_event(), Event::AlertReceived { authenticated: true, .. }));
    assert_eq!(server.next_event(), Event::Closed);
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
            let mut command = command("s_client", &identity, cipher, name);
            talk(server(&identity, |_| {}), &mut command, suite, group);
        }
    }
    record("DTLS 1.2, it is the client");
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
    let cipher = "ECDHE-ECDSA-AES128-GCM-SHA256";
    let mut command = command("s_client", &identity, cipher, BOTH);
    let suite = CipherSuite::EcdheEcdsaAes128GcmSha256;
    talk(server, command.args(["-mtu", "400"]), suite, NamedGroup::X25519);
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
        let cipher = "ECDHE-ECDSA-AES128-GCM-SHA256";
        let mut command = command("s_client", &identity, cipher, BOTH);
        let address = format!("127.0.0.1:{}", proxy.port());
        let mut client = ProcessOutput::start(command.args(["-connect", &address]));
        server.connect();
        proxy.stop_losing();
        lost += proxy.lost();
        // Our last flight may be lost: only who goes on can be asked for it again.
        client.write_line("from OpenSSL");
        assert_eq!(server.data(), b"from OpenSSL\n");
        assert_eq!(client.wait_for("Keying material: "), server.exported());
    }
    assert!(lost > 3, "{lost} were lost");
    record("DTLS 1.2 under loss, it is the client");
}

#[test]
fn a_client_that_lacks_the_extended_master_secret_is_let_in() {
    if is_missing() {
        return;
    }
    let identity = PemIdentity::new();
    let mut server = server(&identity, |_| {});
    let cipher = "ECDHE-ECDSA-AES128-GCM-SHA256";
    let mut command = command("s_client", &identity, cipher, BOTH);
    command.env("OPENSSL_CONF", identity.without_extended_master_secret());
    let mut client = connect_to(&server, &mut command);
    assert!(!server.connect().extended_master_secret);
    assert_eq!(client.wait_for("Keying material: "), server.exported());
}

#[test]
fn it_is_refused_for_a_wrong_fingerprint_and_told_so() {
    if is_missing() {
        return;
    }
    let (identity, other) = (PemIdentity::new(), PemIdentity::new());
    let mut server = server(&other, |_| {});
    let cipher = "ECDHE-ECDSA-AES128-GCM-SHA256";
    let mut command = command("s_client", &identity, cipher, BOTH);
    let mut client = connect_to(&server, &mut command);
    assert_eq!(server.next_event(), Event::FingerprintMismatch);
    server.flush();
    client.wait_for("alert bad certificate");
}
