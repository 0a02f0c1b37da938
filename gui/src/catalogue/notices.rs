//! What the user is told in passing, in words.

use std::path::Path;
use std::time::Duration;

use fluent_bundle::FluentValue;

use super::Catalogue;
use crate::desktop::{Copied, Kept, Notice};

impl Catalogue {
    /// What the user is told in passing.
    pub fn notice(&self, notice: &Notice) -> String {
        self.text(key(notice), &self.variables(notice))
    }

    /// A length of time as hours, minutes and seconds: `2:03`, `1:02:03`.
    pub fn clock(&self, time: Duration) -> String {
        let seconds = time.as_secs();
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        match hours {
            0 => format!("{minutes}:{seconds:02}"),
            hours => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    }

    fn variables<'a>(&self, notice: &'a Notice) -> Vec<(&'static str, FluentValue<'a>)> {
        match notice {
            Notice::FirstCertificate { server, certificate } => {
                let fingerprint = certificate.to_string();
                vec![("server", server.as_str().into()), ("fingerprint", fingerprint.into())]
            }
            Notice::LocalServer(problem) => vec![reason(self.local_server_problem(*problem))],
            Notice::Refused(code) => vec![reason(self.refusal(*code))],
            Notice::SourceLost(problem) => vec![reason(self.source_problem(*problem))],
            Notice::Copied(copied) => vec![("copied", copied_name(*copied).into())],
            Notice::InvitationMade { lifetime } => vec![("time", self.clock(*lifetime).into())],
            Notice::ReportSaved { path }
            | Notice::ReportNotSaved { path: Some(path) }
            | Notice::NotRead { path }
            | Notice::SettingsSetAside { path }
            | Notice::SessionOpenToOthers { path }
            | Notice::IdentityWasOpen { path } => vec![of(path)],
            Notice::SettingsWrong { names } => vec![("names", names.join(", ").into())],
            Notice::NotKept(kept) => vec![("kept", kept_name(*kept).into())],
            other => self.variables_of_call(other),
        }
    }

    fn variables_of_call<'a>(&self, notice: &'a Notice) -> Vec<(&'static str, FluentValue<'a>)> {
        match notice {
            Notice::NotAccepted { user, ending } => {
                vec![of_user(user), reason(self.call_ending(*ending))]
            }
            Notice::CallOver { user, ending, lasted } => {
                let time = self.clock(*lasted);
                vec![of_user(user), ("time", time.into()), reason(self.call_ending(*ending))]
            }
            Notice::Rejected { user }
            | Notice::MissedCall { user }
            | Notice::VideoEnded { user }
            | Notice::PeerKeyChanged { user } => vec![of_user(user)],
            _ => vec![],
        }
    }
}

const fn key(notice: &Notice) -> &'static str {
    match notice {
        Notice::Rejected { .. } => "notice-rejected",
        Notice::NotAccepted { .. } => "notice-not-accepted",
        Notice::MissedCall { .. } => "notice-missed-call",
        Notice::CallOver { .. } => "notice-call-over",
        Notice::CallDetached => "notice-call-detached",
        Notice::CallRejoined => "notice-call-rejoined",
        Notice::VideoEnded { .. } => "notice-video-ended",
        Notice::SourceLost(_) => "notice-source-lost",
        Notice::SourceBack => "notice-source-back",
        Notice::PeerKeyChanged { .. } => "notice-peer-key-changed",
        Notice::RecordingFault => "notice-recording-fault",
        Notice::FirstCertificate { .. } => "notice-first-certificate",
        Notice::ServerBack => "notice-server-back",
        Notice::TakenOver => "notice-taken-over",
        Notice::ServerStopping => "notice-server-stopping",
        Notice::SessionOver => "notice-session-over",
        Notice::LocalServer(_) => "notice-local-server",
        Notice::Refused(_) => "notice-refused",
        Notice::PasswordChanged => "notice-password-changed",
        Notice::AccountDeleted => "notice-account-deleted",
        Notice::ServerFault | Notice::NoServer | Notice::ClientEnded => key_of_loss(notice),
        Notice::InvitationMade { .. } => "notice-invitation-made",
        Notice::Copied(_) | Notice::NotKept(_) | Notice::NotRead { .. } => key_of_file(notice),
        Notice::ReportSaved { .. } | Notice::ReportNotSaved { .. } => key_of_file(notice),
        Notice::SettingsSetAside { .. } | Notice::SettingsWrong { .. } => key_of_file(notice),
        Notice::SessionOpenToOthers { .. } | Notice::IdentityWasOpen { .. } => key_of_file(notice),
    }
}

const fn key_of_loss(notice: &Notice) -> &'static str {
    match notice {
        Notice::NoServer => "notice-no-server",
        Notice::ClientEnded => "notice-client-ended",
        _ => "notice-server-fault",
    }
}

const fn key_of_file(notice: &Notice) -> &'static str {
    match notice {
        Notice::Copied(_) => "notice-copied",
        Notice::ReportSaved { .. } => "notice-report-saved",
        Notice::ReportNotSaved { path: None } => "notice-report-not-saved",
        Notice::ReportNotSaved { path: Some(_) } => "notice-report-not-saved-at",
        Notice::NotKept(_) => "notice-not-kept",
        Notice::NotRead { .. } => "notice-not-read",
        Notice::SettingsSetAside { .. } => "notice-settings-set-aside",
        Notice::SettingsWrong { .. } => "notice-settings-wrong",
        Notice::IdentityWasOpen { .. } => "notice-identity-open",
        _ => "notice-session-open",
    }
}

fn of_user(user: &str) -> (&'static str, FluentValue<'_>) {
    ("user", user.into())
}

fn reason(text: String) -> (&'static str, FluentValue<'static>) {
    ("reason", text.into())
}

fn of(path: &Path) -> (&'static str, FluentValue<'static>) {
    ("path", path.display().to_string().into())
}

const fn copied_name(copied: Copied) -> &'static str {
    match copied {
        Copied::Invitation => "invitation",
        Copied::Statistics => "statistics",
        Copied::SafetyNumber => "safety-number",
        Copied::Log => "log",
    }
}

const fn kept_name(kept: Kept) -> &'static str {
    match kept {
        Kept::Settings => "settings",
        Kept::Session => "session",
        Kept::Certificates => "certificates",
        Kept::Peers => "peers",
        Kept::OwnCertificate => "own-certificate",
    }
}
