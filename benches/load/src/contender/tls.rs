//! A certificate for the servers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::{ClientConfig, RootCertStore};

use super::StartError;

/// The files of a certificate and its key in this directory, which is made, for the loopback address,
/// and clients that trust it and nothing else.
pub(super) fn make(directory: &Path) -> Result<(PathBuf, PathBuf, Arc<ClientConfig>), StartError> {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["127.0.0.1".to_owned()])?;
    fs::create_dir_all(directory)?;
    let (certificate, key) = (directory.join("certificate.pem"), directory.join("key.pem"));
    fs::write(&certificate, cert.pem())?;
    fs::write(&key, signing_key.serialize_pem())?;
    let mut roots = RootCertStore::empty();
    roots.add(cert.der().clone())?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = builder?.with_root_certificates(roots).with_no_client_auth();
    Ok((certificate, key, Arc::new(config)))
}
