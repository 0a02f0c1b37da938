//! What is wrong with the settings.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    /// The file cannot be read.
    #[error("cannot read the settings file {}: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    /// The file has an unknown key, a value of another kind, or is no TOML.
    #[error("the settings file {} is wrong: {source}", path.display())]
    File { path: PathBuf, source: Box<toml::de::Error> },
    /// One does not do without the other.
    #[error("certificate and key are given together, or none of them")]
    CertificateOrKey,
    /// Everybody could read them.
    #[error("metrics are for a loopback address, not for {0}")]
    Metrics(SocketAddr),
    /// The flags could not be laid over the file.
    #[error("the command line cannot be put together with the settings file: {0}")]
    Flags(String),
}
