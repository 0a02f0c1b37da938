//! What happens to streams.

use super::{CertificateFingerprint, StreamClosure};

/// What happened to a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamEvent<'a> {
    /// The server has shown this certificate, was taken, and has its key. Comes before `Connected`, in TLS
    /// alone.
    Certificate(CertificateFingerprint),
    /// It is connected.
    Connected,
    /// These bytes have come: any part of what was sent, cut anywhere.
    Received(&'a [u8]),
    /// It has ended, or could not be connected.
    Closed(StreamClosure),
}
