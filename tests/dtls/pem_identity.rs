//! Who a program of others is.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use roomrtc_core::crypto::{HashAlgorithm, default_provider};
use roomrtc_core::dtls::Fingerprint;
use tempfile::TempDir;

/// A self-signed certificate made by OpenSSL, with its key, in PEM.
#[derive(Debug)]
pub(super) struct PemIdentity {
    directory: TempDir,
}

impl PemIdentity {
    pub(super) fn new() -> PemIdentity {
        PemIdentity::with_key("-newkey ec -pkeyopt ec_paramgen_curve:P-256")
    }

    /// With a key of RSA, `rsa:` and its bits.
    pub(super) fn with_rsa(key: &str) -> PemIdentity {
        PemIdentity::with_key(&format!("-newkey {key}"))
    }

    pub(super) fn with_key(key: &str) -> PemIdentity {
        let identity = PemIdentity { directory: TempDir::new().expect("a directory") };
        let made = Command::new("openssl")
            .args("req -x509 -nodes -days 30 -subj /CN=peer".split_whitespace())
            .args(key.split_whitespace())
            .arg("-keyout")
            .arg(identity.key())
            .arg("-out")
            .arg(identity.certificate())
            .stderr(Stdio::null())
            .status();
        assert!(made.expect("openssl runs").success());
        identity
    }

    pub(super) fn path(&self) -> &Path {
        self.directory.path()
    }

    pub(super) fn key(&self) -> PathBuf {
        self.path().join("key.pem")
    }

    pub(super) fn certificate(&self) -> PathBuf {
        self.path().join("certificate.pem")
    }

    /// Where a program notes its secrets.
    pub(super) fn key_log(&self) -> PathBuf {
        self.path().join("keys.log")
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        let der = Command::new("openssl")
            .args(["x509", "-outform", "der", "-in"])
            .arg(self.certificate())
            .output()
            .expect("openssl runs");
        Fingerprint::of(HashAlgorithm::Sha256, &der.stdout, default_provider())
    }

    /// The certificates of `others`, one after the other: to be shown behind this one.
    pub(super) fn chain_of(&self, others: &[PemIdentity]) -> PathBuf {
        let path = self.path().join("chain.pem");
        let read = |it: &PemIdentity| std::fs::read(it.certificate()).expect("a certificate");
        std::fs::write(&path, others.iter().flat_map(read).collect::<Vec<u8>>()).expect("a file");
        path
    }

    /// A configuration without the extended master secret.
    pub(super) fn without_extended_master_secret(&self) -> PathBuf {
        let path = self.path().join("openssl.cnf");
        let text = "openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = default\n\
                    [default]\nOptions = -ExtendedMasterSecret\n";
        std::fs::write(&path, text).expect("a file");
        path
    }
}
