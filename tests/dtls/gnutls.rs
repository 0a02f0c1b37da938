//! GnuTLS's command line.

use std::net::SocketAddr;
use std::process::Command;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_core::dtls::CipherSuite;
use roomrtc_test_programs::{matrix, prerequisite};

use super::openssl;
use super::pem_identity::PemIdentity;
use super::process_output::ProcessOutput;
use super::udp_peer::UdpPeer;

/// Ciphers for GnuTLS, and what is agreed on then.
pub(super) const CIPHERS: [(&str, CipherSuite); 2] = [
    ("AES-128-GCM", CipherSuite::EcdheEcdsaAes128GcmSha256),
    ("AES-256-GCM", CipherSuite::EcdheEcdsaAes256GcmSha384),
];

/// Groups for GnuTLS, and what is agreed on then.
pub(super) const GROUPS: [(&str, NamedGroup); 2] =
    [("GROUP-X25519", NamedGroup::X25519), ("GROUP-SECP256R1", NamedGroup::Secp256r1)];

/// Everything that we have in common with GnuTLS.
pub(super) const ALL: &str = "NORMAL:-VERS-ALL:+VERS-DTLS1.2";

/// The one SRTP profile in common, AES128_CM_HMAC_SHA1_80: GnuTLS 3.7 has no other that we have.
pub(super) const PROFILE: u16 = 1;

/// Whether GnuTLS, or OpenSSL, which makes the certificates, is missing; if so, this has been said.
pub(super) fn is_missing() -> bool {
    let has_both = ["gnutls-cli", "gnutls-serv"].iter().all(|name| version(name).is_some());
    if !has_both {
        prerequisite::missing("gnutls-bin", "`gnutls-cli` or `gnutls-serv` does not run");
    }
    !has_both || openssl::is_missing()
}

/// The version in the first line of what `--version` prints, as in `gnutls-cli 3.7.9`.
fn version(program: &str) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().next()?.split_whitespace().last().map(str::to_owned)
}

/// Notes for the table of peers that this was seen to work.
pub(super) fn record(row: &str) {
    matrix::record("GnuTLS", &version("gnutls-cli").expect("it runs"), row, "yes");
}

/// The priority string for one cipher and group.
pub(super) fn priority(cipher: &str, group: &str) -> String {
    format!("{ALL}:-CIPHER-ALL:+{cipher}:-GROUP-ALL:+{group}")
}

fn command(program: &str, identity: &PemIdentity, priority: &str) -> Command {
    let mut command = Command::new(program);
    command.args(["--udp", "--srtp-profiles", "SRTP_AES128_CM_HMAC_SHA1_80"]);
    command.args(["--keymatexport", "EXTRACTOR-dtls_srtp", "--keymatexportsize", "60"]);
    command.args(["--priority", priority]);
    command.arg("--x509certfile").arg(identity.certificate());
    command.arg("--x509keyfile").arg(identity.key());
    command.env("SSLKEYLOGFILE", identity.key_log());
    command
}

/// `gnutls-cli`, to which [`connect`] still tells where to connect.
pub(super) fn client(identity: &PemIdentity, priority: &str) -> Command {
    let mut command = command("gnutls-cli", identity, priority);
    // Who we are, no authority vouches for.
    command.arg("--insecure");
    command
}

/// Starts a client against a port of this machine.
pub(super) fn connect(client: &mut Command, port: u16) -> ProcessOutput {
    ProcessOutput::start(client.arg("--port").arg(port.to_string()).arg("127.0.0.1"))
}

/// `gnutls-serv` that sends back what it receives.
pub(super) fn server(identity: &PemIdentity, priority: &str) -> Command {
    let mut command = command("gnutls-serv", identity, priority);
    command.args(["--echo", "--port", "0"]);
    command
}

/// Starts a server: where it listens.
pub(super) fn listen(server: &mut Command) -> (ProcessOutput, SocketAddr) {
    let mut server = ProcessOutput::start(server);
    server.wait_for("listening on IPv4");
    // It does not say which port it was given.
    let address = SocketAddr::from(([127, 0, 0, 1], server.udp_port()));
    (server, address)
}

/// That its master secret is ours.
pub(super) fn assert_same_secret(identity: &PemIdentity, ours: &UdpPeer) {
    let log = std::fs::read_to_string(identity.key_log()).expect("a key log");
    let line = ours.endpoint.key_log_line().expect("connected").to_string();
    assert!(log.lines().any(|logged| logged == line), "GnuTLS has another secret");
}
