//! What stands in the way, in words.

use roomrtc_core::signaling::ErrorCode;

use super::Catalogue;
use crate::desktop::{CallEnding, LocalServerProblem, Problem, ServerLoss, SourceProblem};

impl Catalogue {
    /// Why what the user asked for was not done.
    pub fn problem(&self, problem: Problem) -> String {
        let key = match problem {
            Problem::Server(loss) => return self.server_loss(loss),
            Problem::LocalServer(problem) => return self.local_server_problem(problem),
            Problem::Refused(code) => return self.refusal(code),
            Problem::PasswordTooShort { least } => {
                return self.text("problem-password-too-short", &[("least", least.into())]);
            }
            Problem::ServerMissing => "problem-server-missing",
            Problem::ServerUnreadable => "problem-server-unreadable",
            Problem::CertificateChanged => "problem-certificate-changed",
            Problem::UserMissing => "problem-user-missing",
            Problem::UserInvalid => "problem-user-invalid",
            Problem::PasswordMissing => "problem-password-missing",
            Problem::PasswordTooLong => "problem-password-too-long",
            Problem::PasswordsDiffer => "problem-passwords-differ",
            Problem::InvitationUnreadable => "problem-invitation-unreadable",
            Problem::GuestNameMissing => "problem-guest-name-missing",
            Problem::GuestNameTooLong => "problem-guest-name-too-long",
            Problem::SessionOver => "problem-session-over",
        };
        self.text(key, &[])
    }

    /// Why there is no connection to the server, and what to do about it.
    pub fn server_loss(&self, loss: ServerLoss) -> String {
        let key = match loss {
            ServerLoss::NameUnknown => "loss-name-unknown",
            ServerLoss::Refused => "loss-refused",
            ServerLoss::Silent => "loss-silent",
            ServerLoss::NoNetwork => "loss-no-network",
            ServerLoss::ClosedByServer => "loss-closed-by-server",
            ServerLoss::NotTls => "loss-not-tls",
            ServerLoss::TlsFailed => "loss-tls-failed",
            ServerLoss::Broken => "loss-broken",
        };
        self.text(key, &[])
    }

    /// Why "try it here" cannot be had.
    pub fn local_server_problem(&self, problem: LocalServerProblem) -> String {
        let key = match problem {
            LocalServerProblem::Storage => "local-storage",
            LocalServerProblem::Network => "local-network",
            LocalServerProblem::Echo => "local-echo",
            LocalServerProblem::Ended => "local-ended",
        };
        self.text(key, &[])
    }

    /// Why there are no pictures to send, and what to do about it.
    pub fn source_problem(&self, problem: SourceProblem) -> String {
        let key = match problem {
            SourceProblem::NotBuilt => "source-not-built",
            SourceProblem::NoCamera => "source-no-camera",
            SourceProblem::CameraAway => "source-camera-away",
            SourceProblem::NoFormat => "source-no-format",
            SourceProblem::CannotOpen => "source-cannot-open",
            SourceProblem::CameraLost => "source-camera-lost",
            SourceProblem::CameraSilent => "source-camera-silent",
            SourceProblem::NoScreen => "source-no-screen",
            SourceProblem::Wayland => "source-wayland",
            SourceProblem::WindowGone => "source-window-gone",
            SourceProblem::Encoder => "source-encoder",
            SourceProblem::Other => "source-other",
        };
        self.text(key, &[])
    }

    /// Why a call is over.
    pub fn call_ending(&self, ending: CallEnding) -> String {
        let key = match ending {
            CallEnding::Here => "ending-here",
            CallEnding::There => "ending-there",
            CallEnding::Cancelled => "ending-cancelled",
            CallEnding::NoAnswer => "ending-no-answer",
            CallEnding::LoggedOut => "ending-logged-out",
            CallEnding::ConnectionLost => "ending-connection-lost",
            CallEnding::Gone => "ending-gone",
            CallEnding::NoWay => "ending-no-way",
            CallEnding::WrongFingerprint => "ending-wrong-fingerprint",
            CallEnding::Handshake => "ending-handshake",
            CallEnding::NothingInCommon => "ending-nothing-in-common",
            CallEnding::Description => "ending-description",
        };
        self.text(key, &[])
    }

    /// Why the server has refused a request. Keys have the word on the wire; a test has every code.
    pub fn refusal(&self, code: ErrorCode) -> String {
        self.text(&format!("refused-{}", code.word()), &[])
    }
}
