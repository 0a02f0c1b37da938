//! Whether a request asks for WebSocket.

use super::RequestError;
use super::head::Head;

/// What a request asks for beside its answer, RFC 6455 section 4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upgrade {
    /// Nothing, or a protocol that is not spoken here.
    None,
    /// WebSocket in a version that is not spoken here.
    OtherVersion,
    /// WebSocket.
    WebSocket {
        /// The `Sec-WebSocket-Accept` that grants it.
        accept: String,
    },
}

impl Upgrade {
    /// A key is 16 bytes in base64.
    const KEY_LENGTH: usize = 24;

    pub(super) fn read(head: &Head<'_>) -> Result<Upgrade, RequestError> {
        if !head.lists("upgrade", "websocket") || !head.lists("connection", "upgrade") {
            return Ok(Upgrade::None);
        }
        if head.single("sec-websocket-version")? != Some("13") {
            return Ok(Upgrade::OtherVersion);
        }
        match head.single("sec-websocket-key")? {
            Some(key) if is_key(key) => {
                let accept = tungstenite::handshake::derive_accept_key(key.as_bytes());
                Ok(Upgrade::WebSocket { accept })
            }
            _ => Err(RequestError::Malformed),
        }
    }
}

fn is_key(key: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let digits = key.strip_suffix("==").unwrap_or_default();
    key.len() == Upgrade::KEY_LENGTH && digits.bytes().all(is_digit)
}
