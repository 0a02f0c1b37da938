//! What a connection speaks.

use prometheus_client::encoding::EncodeLabelSet;

use crate::transport::{Transport, TransportKind};

/// A word for what a connection speaks, and whether inside TLS.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct TransportLabel {
    transport: &'static str,
    tls: &'static str,
}

impl TransportLabel {
    /// Every label there is.
    pub(super) fn all() -> impl Iterator<Item = TransportLabel> {
        ["opening", "frames", "http", "websocket"]
            .into_iter()
            .flat_map(|transport| ["no", "yes"].map(|tls| TransportLabel { transport, tls }))
    }
}

impl From<&Transport> for TransportLabel {
    fn from(transport: &Transport) -> TransportLabel {
        let tls = if transport.is_tls() { "yes" } else { "no" };
        let transport = match transport.kind() {
            TransportKind::Unknown => "opening",
            TransportKind::Frames => "frames",
            TransportKind::Http => "http",
            TransportKind::WebSocket => "websocket",
        };
        TransportLabel { transport, tls }
    }
}
