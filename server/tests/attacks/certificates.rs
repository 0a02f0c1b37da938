//! The server's certificate, and how it changes.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use roomrtc_core::signaling::Message;
use roomrtc_server::transport::tls::{Certificate, Fingerprint};
use roomrtc_server::{CertificateSource, ServerConfig};

use crate::peer::Peer;
use crate::running_server::RunningServer;
use crate::wire;

/// Puts a new certificate there; gives back what it is known by.
fn write_certificate(folder: &Path) -> Fingerprint {
    let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
    fs::write(folder.join("certificate"), &certificate).expect("written");
    fs::write(folder.join("key"), &key).expect("written");
    let read = Certificate::from_pem(certificate.as_bytes(), key.as_bytes()).expect("usable");
    read.fingerprint()
}

#[test]
fn a_certificate_is_reloaded_and_connections_stay() {
    let folder = tempfile::tempdir().expect("made");
    let path = folder.path();
    let first = write_certificate(path);
    let source =
        CertificateSource::Files { certificate: path.join("certificate"), key: path.join("key") };
    let server =
        RunningServer::with(ServerConfig { certificate: source, ..RunningServer::config() });
    let mut alice = Peer::tls(server.address).named("alice");
    assert_eq!(wire::shown(&wire::connect_tls(server.address).conn), first);
    let second = write_certificate(path);
    assert_eq!(server.handle.reload_certificate().expect("read"), second);
    assert_eq!(wire::shown(&wire::connect_tls(server.address).conn), second);
    fs::write(path.join("key"), "nonsense").expect("written");
    server.handle.reload_certificate().expect_err("unusable");
    assert_eq!(wire::shown(&wire::connect_tls(server.address).conn), second);
    alice.send(&Message::Invite { user: "nobody".into() });
    alice.wait_for(|message| matches!(message, Message::Error(_)));
}
