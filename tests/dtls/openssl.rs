//! OpenSSL's command line.

use std::io::Write;
use std::process::{Command, Stdio};

use roomrtc_core::crypto::NamedGroup;

use super::openssl_identity::OpensslIdentity;

/// Whether OpenSSL is installed. Says loudly that a test is skipped if it is not; where CI runs the
/// tests, that is a failure.
pub(super) fn is_missing() -> bool {
    let found = Command::new("openssl").arg("version").stdout(Stdio::null()).status();
    if found.is_ok_and(|status| status.success()) {
        return false;
    }
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "openssl is not installed");
    // Past the capture of the test harness, which would keep it quiet.
    let _ = std::io::stderr().write_all(b"SKIPPED: openssl is not installed\n");
    true
}

/// X25519 preferred. P-256 has to be there: OpenSSL takes no certificate of a curve not in its list.
pub(super) const BOTH: &str = "X25519:P-256";

/// Groups for OpenSSL, and what is agreed on then.
pub(super) const GROUPS: [(&str, NamedGroup); 2] =
    [(BOTH, NamedGroup::X25519), ("P-256", NamedGroup::Secp256r1)];

/// `s_server` or `s_client` for one suite and group, which exports SRTP's keys.
pub(super) fn command(
    program: &str,
    identity: &OpensslIdentity,
    cipher: &str,
    group: &str,
) -> Command {
    let mut command = Command::new("openssl");
    command.args([program, "-dtls1_2", "-cipher", cipher, "-groups", group]);
    command.args(["-use_srtp", "SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM"]);
    command.args(["-keymatexport", "EXTRACTOR-dtls_srtp", "-keymatexportlen", "60"]);
    command.arg("-cert").arg(identity.certificate()).arg("-key").arg(identity.key());
    command
}
