//! What a script wants done.

use roomrtc_io_mio::CertificateFingerprint;

use crate::client::ClientCommand;

/// One thing that a script wants done.
#[derive(Clone, Debug)]
pub enum Step {
    /// Ask a client to do something.
    Command {
        /// Which client, in the order in which they were started.
        client: usize,
        /// What.
        command: ClientCommand,
    },
    /// Tell the user, on standard error.
    Say(String),
    /// Write a line to standard output.
    Print(String),
    /// Keep the certificate of a server, `host:port`.
    KeepCertificate {
        /// The server.
        server: String,
        /// What its certificate is known by.
        certificate: CertificateFingerprint,
    },
    /// End the program's run: every client is stopped.
    Finish(Result<(), String>),
}
