//! Reaching a server from elsewhere.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mio::Waker;

use super::CertificateFilesError;
use super::certificate_files::CertificateFiles;
use crate::transport::tls::{Fingerprint, TlsSettings};

/// Stops a [`super::Server`], or changes its certificate, from another thread.
#[derive(Clone, Debug)]
pub struct ServerHandle {
    pub(super) stopping: Arc<AtomicBool>,
    pub(super) has_changes: Arc<AtomicBool>,
    pub(super) waker: Arc<Waker>,
    pub(super) tls: TlsSettings,
    /// Where the certificate is, if it is in files.
    pub(super) certificate: Option<CertificateFiles>,
}

impl ServerHandle {
    /// Makes [`super::Server::run`] finish what is under way, tell its clients, and return. Once is
    /// enough.
    ///
    /// # Errors
    /// What the system says if the server cannot be woken.
    pub fn stop(&self) -> io::Result<()> {
        self.stopping.store(true, Ordering::Release);
        self.waker.wake()
    }

    /// Makes the server look what other programs did to the accounts, and act on it.
    ///
    /// # Errors
    /// What the system says if the server cannot be woken.
    pub fn look_for_changes(&self) -> io::Result<()> {
        self.has_changes.store(true, Ordering::Release);
        self.waker.wake()
    }

    /// Reads the certificate and its key again, in this thread. Handshakes that begin from here on
    /// show it; connections that stand are left alone.
    ///
    /// # Errors
    /// [`CertificateFilesError`]; then nothing is changed.
    pub fn reload_certificate(&self) -> Result<Fingerprint, CertificateFilesError> {
        if let Some(files) = &self.certificate {
            self.tls.replace_certificate(files.read()?);
        }
        Ok(self.tls.fingerprint())
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}
