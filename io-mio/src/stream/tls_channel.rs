//! A stream in TLS.

use std::io::{self, ErrorKind, Read, Write};
use std::net::IpAddr;
use std::sync::Arc;

use rustls::client::Resumption;
use rustls::crypto::ring::default_provider;
use rustls::{ClientConfig, ClientConnection, Error};

use super::certificate_check::CertificateCheck;
use super::outgoing::MOST_BYTES;
use super::{CertificateFingerprint, StreamClosure, StreamEvent, TlsFault};

/// What stands between a stream's bytes and its socket: TLS 1.3 as its client, without resumption, for
/// every connection is to show the certificate.
#[derive(Debug)]
pub(super) struct TlsChannel {
    session: ClientConnection,
    check: Arc<CertificateCheck>,
    is_ready: bool,
}

impl TlsChannel {
    /// Begins with a server at this address, which takes the place of a name: none is sent.
    pub(super) fn new(
        server: IpAddr,
        pin: Option<CertificateFingerprint>,
    ) -> Result<TlsChannel, Error> {
        let provider = default_provider();
        let check = CertificateCheck::new(pin, provider.signature_verification_algorithms);
        let check = Arc::new(check);
        let config = ClientConfig::builder_with_provider(Arc::new(provider))
            .with_protocol_versions(&[&rustls::version::TLS13])?;
        let verifier = Arc::clone(&check);
        let mut config =
            config.dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth();
        config.resumption = Resumption::disabled();
        let mut session = ClientConnection::new(Arc::new(config), server.into())?;
        session.set_buffer_limit(Some(MOST_BYTES));
        Ok(TlsChannel { session, check, is_ready: false })
    }

    /// Whether the handshake is over.
    pub(super) fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// Whether everything has been written.
    pub(super) fn is_empty(&self) -> bool {
        !self.session.wants_write()
    }

    /// Appends bytes; `false` if there is no room for them.
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        self.session.writer().write_all(bytes).is_ok()
    }

    /// Tells the server that nothing more comes.
    pub(super) fn close(&mut self) {
        self.session.send_close_notify();
    }

    /// Writes as much as is taken now.
    pub(super) fn write_to(&mut self, output: &mut impl Write) -> io::Result<()> {
        while self.session.wants_write() {
            match self.session.write_tls(output) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads once, and hands on what that opens: how many bytes of TLS it was, `None` if there are none
    /// now.
    pub(super) fn read_from<S: Read + Write>(
        &mut self,
        socket: &mut S,
        buffer: &mut [u8],
        deliver: &mut dyn FnMut(StreamEvent<'_>),
    ) -> Result<Option<usize>, StreamClosure> {
        match self.session.read_tls(socket) {
            Ok(0) => Err(StreamClosure::Remote),
            Ok(count) => {
                self.open(socket, buffer, deliver)?;
                Ok(Some(count))
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Ok(Some(0)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(StreamClosure::Failed(error.kind())),
        }
    }

    fn open<S: Write>(
        &mut self,
        socket: &mut S,
        buffer: &mut [u8],
        deliver: &mut dyn FnMut(StreamEvent<'_>),
    ) -> Result<(), StreamClosure> {
        let processed = self.session.process_new_packets();
        // The answer of a handshake; or the alert that says why it is over, which may get lost.
        let written = self.write_to(socket);
        processed.map_err(|error| self.closure(&error))?;
        written.map_err(|error| StreamClosure::Failed(error.kind()))?;
        if !self.is_ready && !self.session.is_handshaking() {
            self.is_ready = true;
            self.check
                .found()
                .into_iter()
                .for_each(|found| deliver(StreamEvent::Certificate(found)));
            deliver(StreamEvent::Connected);
        }
        loop {
            match self.session.reader().read(buffer) {
                Ok(0) => return Err(StreamClosure::Remote),
                Ok(count) => deliver(StreamEvent::Received(&buffer[..count])),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(StreamClosure::Failed(error.kind())),
            }
        }
    }

    fn closure(&self, error: &Error) -> StreamClosure {
        tracing::debug!(%error, "TLS has ended");
        match (error, self.check.found()) {
            (_, Some(found)) if self.check.has_failed() => StreamClosure::WrongCertificate(found),
            (Error::InvalidMessage(_), None) => TlsFault::NotTls.into(),
            (Error::AlertReceived(_), _) => TlsFault::Refused.into(),
            _ => TlsFault::Broken.into(),
        }
    }
}
