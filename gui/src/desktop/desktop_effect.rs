//! What is to be done outside.

use std::path::PathBuf;

use roomrtc_io_mio::{CertificateFingerprint, StreamSecurity};

use super::{KnownPeer, SecretText, Settings, SourceChoice, StoredSession};
use crate::client::ClientCommand;

/// What the desktop wants done outside of it. None of it is waited for.
#[derive(Clone, Debug)]
pub enum DesktopEffect {
    /// Find the server's address, and have the client connect to it: `ClientCommand::Connect`, or
    /// `News::ServerNameUnknown`.
    Connect {
        /// The server, `host:port`.
        server: String,
        /// How it is reached, and which certificate is taken.
        security: StreamSecurity,
    },
    /// Hand this to the client.
    Command(ClientCommand),
    /// Start the server of "try it here": `News::LocalServer` follows.
    StartLocalServer,
    /// Stop it.
    StopLocalServer,
    /// Calls send pictures of this from now on, the one that stands included: `News::Source` follows in a
    /// call.
    ChooseSource(SourceChoice),
    /// Show what this gives, outside of a call: `News::Preview` follows.
    StartPreview(SourceChoice),
    /// Stop that, and let go of the camera.
    StopPreview,
    /// Find out which windows can be shared: `News::Windows` follows.
    ListWindows,
    /// Keep the settings.
    WriteSettings(Settings),
    /// Keep the login, in a file that only the user can read.
    WriteSession(StoredSession),
    /// Forget the login that was kept.
    ForgetSession,
    /// Keep somebody's certificate.
    RememberPeer(KnownPeer),
    /// Keep a server's certificate, in the place of any before.
    KeepCertificate {
        /// The server, `host:port`.
        server: String,
        /// Its certificate.
        certificate: CertificateFingerprint,
    },
    /// Put this on the clipboard.
    CopyText(SecretText),
    /// Put the statistics of the call, or of the last, on the clipboard as JSON.
    CopyStatistics,
    /// Write log, statistics and the recording of the last call into an archive: at this path, or at one
    /// of the program's choice. `News::ReportSaved` follows.
    SaveReport(Option<PathBuf>),
    /// Everything has ended: close the window.
    CloseWindow,
}
