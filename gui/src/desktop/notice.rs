//! What the user is told in passing.

use std::path::PathBuf;
use std::time::Duration;

use roomrtc_core::signaling::ErrorCode;
use roomrtc_io_mio::CertificateFingerprint;

use super::{CallEnding, Copied, Kept, LocalServerProblem, SourceProblem};

/// What the user is told in passing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The first connection to a server: this certificate is kept, and no other is taken from now on.
    FirstCertificate {
        /// The server, `host:port`.
        server: String,
        /// Its certificate.
        certificate: CertificateFingerprint,
    },
    /// The connection to the server is back.
    ServerBack,
    /// The user has logged in elsewhere, and this connection is over.
    TakenOver,
    /// The server is being stopped.
    ServerStopping,
    /// The login was revoked, or is over by its age.
    SessionOver,
    /// The server does not follow the protocol; the log has the details.
    ServerFault,
    /// The server of "try it here" has a fault.
    LocalServer(LocalServerProblem),
    /// The server has refused what was asked.
    Refused(ErrorCode),
    /// The callee declined.
    Rejected {
        /// Who.
        user: String,
    },
    /// A call that rang was not accepted.
    NotAccepted {
        /// The other party.
        user: String,
        /// Why.
        ending: CallEnding,
    },
    /// A call that came is over before it was accepted.
    MissedCall {
        /// The caller, by the name to show.
        user: String,
    },
    /// The call is over.
    CallOver {
        /// The other party, by the name to show.
        user: String,
        /// Why.
        ending: CallEnding,
        /// For how long media could flow.
        lasted: Duration,
    },
    /// There is no connection to the server, so nobody can be called.
    NoServer,
    /// The program's own network thread has ended: it has to be started anew.
    ClientEnded,
    /// The call is without the server; it goes on.
    CallDetached,
    /// The server knows of the call again.
    CallRejoined,
    /// The other side has ended its video.
    VideoEnded {
        /// Who.
        user: String,
    },
    /// There are no pictures to send; the call goes on without.
    SourceLost(SourceProblem),
    /// There are pictures to send again.
    SourceBack,
    /// The other side's certificate is another than in the last call.
    PeerKeyChanged {
        /// Who.
        user: String,
    },
    /// The recording of the call has ended early; the call goes on.
    RecordingFault,
    /// Something was put on the clipboard.
    Copied(Copied),
    /// The password was changed.
    PasswordChanged,
    /// The account was deleted.
    AccountDeleted,
    /// An invitation was made, and is good for so long.
    InvitationMade {
        /// How long.
        lifetime: Duration,
    },
    /// A report was written.
    ReportSaved {
        /// The file.
        path: PathBuf,
    },
    /// A report could not be written.
    ReportNotSaved {
        /// The file, if it came to one.
        path: Option<PathBuf>,
    },
    /// Something could not be kept in its file: it is lost when the window closes.
    NotKept(Kept),
    /// A file of earlier starts cannot be read, so nothing of it is known.
    NotRead {
        /// The file.
        path: PathBuf,
    },
    /// The settings could not be understood: the file has another name now, and all is as at first.
    SettingsSetAside {
        /// Its name now.
        path: PathBuf,
    },
    /// These settings have values that cannot be, and are as at first.
    SettingsWrong {
        /// Their names in the file.
        names: Vec<String>,
    },
    /// The login that was kept could be read by others, so it is not used.
    SessionOpenToOthers {
        /// The file.
        path: PathBuf,
    },
    /// The certificate of this installation, with its key, could be read by others. Now it cannot.
    IdentityWasOpen {
        /// The file.
        path: PathBuf,
    },
}

impl Notice {
    /// Whether it stays until it is dismissed.
    pub const fn stays(&self) -> bool {
        matches!(
            self,
            Notice::FirstCertificate { .. }
                | Notice::TakenOver
                | Notice::SessionOver
                | Notice::PeerKeyChanged { .. }
                | Notice::MissedCall { .. }
                | Notice::NotKept(_)
                | Notice::NotRead { .. }
                | Notice::SettingsSetAside { .. }
                | Notice::SettingsWrong { .. }
                | Notice::SessionOpenToOthers { .. }
                | Notice::IdentityWasOpen { .. }
                | Notice::ReportSaved { .. }
        )
    }
}
