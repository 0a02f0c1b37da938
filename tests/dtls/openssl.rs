//! OpenSSL's command line.

use std::process::Command;

use roomrtc_core::crypto::NamedGroup;
use roomrtc_test_programs::{matrix, prerequisite};

use super::pem_identity::PemIdentity;

/// Whether OpenSSL is missing; if so, this has been said.
pub(super) fn is_missing() -> bool {
    let is_missing = version().is_none();
    if is_missing {
        prerequisite::missing("openssl", "`openssl version` does not run");
    }
    is_missing
}

/// OpenSSL's version.
pub(super) fn version() -> Option<String> {
    let output = Command::new("openssl").arg("version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// Notes for the table of peers that this was seen to work.
pub(super) fn record(row: &str) {
    matrix::record("OpenSSL", &version().expect("it runs"), row, "yes");
}

/// X25519 preferred. P-256 has to be there: OpenSSL takes no certificate of a curve not in its list.
pub(super) const BOTH: &str = "X25519:P-256";

/// Groups for OpenSSL, and what is agreed on then.
pub(super) const GROUPS: [(&str, NamedGroup); 2] =
    [(BOTH, NamedGroup::X25519), ("P-256", NamedGroup::Secp256r1)];

/// The smallest and the largest key of RSA that is taken, as OpenSSL is told to make it.
pub(super) const RSA_KEYS: [&str; 2] = ["rsa:2048", "rsa:4096"];

/// Every signature scheme of RSA that is taken, as OpenSSL calls it.
pub(super) const RSA_SCHEMES: [&str; 6] = [
    "rsa_pss_rsae_sha256",
    "rsa_pss_rsae_sha384",
    "rsa_pss_rsae_sha512",
    "RSA+SHA256",
    "RSA+SHA384",
    "RSA+SHA512",
];

/// `s_server` or `s_client` for one suite and group, which exports SRTP's keys.
pub(super) fn command(program: &str, identity: &PemIdentity, cipher: &str, group: &str) -> Command {
    let mut command = Command::new("openssl");
    command.args([program, "-dtls1_2", "-cipher", cipher, "-groups", group]);
    command.args(["-use_srtp", "SRTP_AES128_CM_SHA1_80:SRTP_AEAD_AES_128_GCM"]);
    command.args(["-keymatexport", "EXTRACTOR-dtls_srtp", "-keymatexportlen", "60"]);
    command.arg("-cert").arg(identity.certificate()).arg("-key").arg(identity.key());
    command
}
