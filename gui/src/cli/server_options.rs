//! Which signalling server, and how it is known.

use std::path::PathBuf;

use roomrtc_io_mio::CertificateFingerprint;

/// Which signalling server, and how it is known.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Server")]
pub struct ServerOptions {
    /// The signalling server, which is reached in TLS. Its certificate is kept at the first connection,
    /// and no other is taken after that.
    #[arg(long, value_name = "HOST:PORT")]
    pub server: String,
    /// Take this certificate of the server and no other, whatever was kept; the server prints it when
    /// it starts.
    #[arg(long, value_name = "SHA-256")]
    pub fingerprint: Option<CertificateFingerprint>,
    /// Forget the certificate that was kept of the server, and take the one that it has now.
    #[arg(long, conflicts_with = "fingerprint")]
    pub forget_server: bool,
    /// Connect without TLS: whoever is in between can read passwords and listen in.
    #[arg(long, conflicts_with_all = ["fingerprint", "forget_server"])]
    pub plain: bool,
    /// The folder in which certificates of servers are kept, in `servers.toml`.
    #[arg(long, value_name = "FOLDER")]
    pub config: Option<PathBuf>,
}
