//! The TLS of one connection.

use std::io::{Read, Write};

use rustls::ServerConnection;

use super::TlsError;

/// The server's end of a TLS session, without a socket.
#[derive(Debug)]
pub struct TlsSession {
    connection: ServerConnection,
    /// What the peer has sent of its handshake, in bytes.
    handshake_bytes: usize,
    has_ended: bool,
}

impl TlsSession {
    /// The most that a peer may send before the handshake is done, in bytes. The longest first
    /// flight seen of a browser has about 2,000.
    pub const MAX_HANDSHAKE: usize = 16 * 1024;

    pub(super) fn new(mut connection: ServerConnection) -> TlsSession {
        // What waits is bounded by those who send; it is taken out at once.
        connection.set_buffer_limit(None);
        TlsSession { connection, handshake_bytes: 0, has_ended: false }
    }

    /// Takes what the peer has sent: adds what it carried to `plain`, and what has to be said to it,
    /// an alert too, to `output`.
    ///
    /// # Errors
    /// [`TlsError`] if the session cannot go on.
    pub fn receive(
        &mut self,
        bytes: &[u8],
        plain: &mut Vec<u8>,
        output: &mut Vec<u8>,
    ) -> Result<(), TlsError> {
        let taken = self.take(bytes, plain);
        self.transmit(output);
        taken
    }

    fn take(&mut self, mut bytes: &[u8], plain: &mut Vec<u8>) -> Result<(), TlsError> {
        while !bytes.is_empty() && !self.has_ended {
            let was_handshaking = self.is_handshaking();
            let count =
                self.connection.read_tls(&mut bytes).map_err(|_| TlsError::RecordTooLong)?;
            if was_handshaking {
                self.count_handshake(count)?;
            }
            let state = self.connection.process_new_packets()?;
            self.has_ended = state.peer_has_closed() || count == 0;
            let start = plain.len();
            plain.resize(start + state.plaintext_bytes_to_read(), 0);
            let read = self.connection.reader().read(&mut plain[start..]).unwrap_or_default();
            plain.truncate(start + read);
        }
        Ok(())
    }

    fn count_handshake(&mut self, count: usize) -> Result<(), TlsError> {
        self.handshake_bytes += count;
        let limit = TlsSession::MAX_HANDSHAKE;
        if self.handshake_bytes > limit {
            return Err(TlsError::HandshakeTooLong { limit });
        }
        Ok(())
    }

    /// Adds the records that carry `plain` to `output`.
    pub fn send(&mut self, plain: &[u8], output: &mut Vec<u8>) {
        if !plain.is_empty() {
            // Its buffer is memory without a bound: it takes everything.
            let _ = self.connection.writer().write_all(plain);
            self.transmit(output);
        }
    }

    /// Says that nothing more comes, RFC 8446 section 6.1.
    pub fn close(&mut self, output: &mut Vec<u8>) {
        self.connection.send_close_notify();
        self.transmit(output);
    }

    fn transmit(&mut self, output: &mut Vec<u8>) {
        while self.connection.wants_write() {
            // A vector takes everything; what it does not would be asked for again for ever.
            if !matches!(self.connection.write_tls(output), Ok(1..)) {
                return;
            }
        }
    }

    /// Whether the handshake is not done.
    pub fn is_handshaking(&self) -> bool {
        self.connection.is_handshaking()
    }

    /// Whether the peer has said that nothing more comes.
    pub const fn has_ended(&self) -> bool {
        self.has_ended
    }
}
