//! How a call is, in words: quality, the doctor's report, the other side's key.

use super::Catalogue;
use crate::desktop::{
    DoctorFinding, DoctorStage, PeerKey, QualityCause, QualityLevel, StageState, TriedChecks,
};
use crate::safety_number::SafetyEmoji;

impl Catalogue {
    /// How good a call is.
    pub fn quality_level(&self, level: QualityLevel) -> String {
        let key = match level {
            QualityLevel::Unknown => "quality-measuring",
            QualityLevel::Good => "quality-good",
            QualityLevel::Fair => "quality-fair",
            QualityLevel::Poor => "quality-poor",
        };
        self.text(key, &[])
    }

    /// What is wrong with a call.
    pub fn quality_cause(&self, cause: QualityCause) -> String {
        let (key, name, value) = match cause {
            QualityCause::NoWay => return self.text("quality-no-way", &[]),
            QualityCause::UploadLoss { percent } => ("quality-upload-loss", "percent", percent),
            QualityCause::DownloadLoss { percent } => ("quality-download-loss", "percent", percent),
            QualityCause::LongWay { milliseconds } => {
                ("quality-round-trip", "milliseconds", milliseconds)
            }
            QualityCause::Jitter { milliseconds } => {
                ("quality-jitter", "milliseconds", milliseconds)
            }
            QualityCause::Freezes { count } => ("quality-freezes-count", "count", count),
            QualityCause::FewFrames { rate } => ("quality-few-frames", "rate", rate),
            QualityCause::LowBitRate { kilobits } => ("quality-low-bit-rate", "kilobits", kilobits),
            QualityCause::DecoderBehind { frames } => ("quality-decoder", "frames", frames),
            QualityCause::SlowCamera { rate } => ("quality-camera-slow", "rate", rate),
        };
        self.text(key, &[(name, value.into())])
    }

    /// What a call has failed of, and what a person can do about it.
    pub fn doctor_finding(&self, finding: DoctorFinding) -> String {
        let key = match finding {
            DoctorFinding::ServerUnreachable(loss) => {
                return self.text("doctor-server", &[("reason", self.server_loss(loss).into())]);
            }
            DoctorFinding::NoPicturesToSend(problem) => {
                let reason = self.source_problem(problem);
                return self.text("doctor-no-pictures", &[("reason", reason.into())]);
            }
            DoctorFinding::Healthy => "doctor-healthy",
            DoctorFinding::ServerCertificateChanged => "doctor-certificate-changed",
            DoctorFinding::NoLocalCandidate => "doctor-no-local-candidate",
            DoctorFinding::NoRemoteCandidate => "doctor-no-remote-candidate",
            DoctorFinding::NoPairAnswered => "doctor-no-pair-answered",
            DoctorFinding::OnlyTheirChecksArrive => "doctor-only-their-checks",
            DoctorFinding::FingerprintMismatch => "doctor-fingerprint-mismatch",
            DoctorFinding::HandshakeFailed => "doctor-handshake-failed",
            DoctorFinding::NothingInCommon => "doctor-nothing-in-common",
            DoctorFinding::DescriptionRefused => "doctor-description-refused",
            DoctorFinding::PeerSilent => "doctor-peer-silent",
            DoctorFinding::NoPicture => "doctor-no-picture",
        };
        self.text(key, &[])
    }

    /// A stage of connecting and what became of it.
    pub fn doctor_stage(&self, stage: DoctorStage, state: StageState) -> String {
        let stage = match stage {
            DoctorStage::Server => "doctor-stage-server",
            DoctorStage::Camera => "doctor-stage-source",
            DoctorStage::Gathering => "doctor-stage-gathering",
            DoctorStage::Checks => "doctor-stage-checks",
            DoctorStage::Handshake => "doctor-stage-handshake",
            DoctorStage::FirstPicture => "doctor-stage-picture",
        };
        let state = match state {
            StageState::NotReached => "doctor-stage-not-reached",
            StageState::Running => "doctor-stage-working",
            StageState::Done => "doctor-stage-done",
            StageState::Failed => "doctor-stage-failed",
            StageState::Skipped => "doctor-stage-skipped",
        };
        let [stage, state] = [stage, state].map(|key| self.text(key, &[]).into());
        self.text("doctor-stage-row", &[("stage", stage), ("state", state)])
    }

    /// How many checks there were, in both directions.
    pub fn tried_checks(&self, tried: &TriedChecks) -> String {
        let TriedChecks { sent, answered, received, .. } = *tried;
        let counts =
            [("sent", sent.into()), ("answered", answered.into()), ("received", received.into())];
        self.text("doctor-checks", &counts)
    }

    /// What is known of the key of this user.
    pub fn peer_key(&self, user: &str, key: PeerKey) -> String {
        let key = match key {
            PeerKey::Unknown => "peer-key-unknown",
            PeerKey::Fleeting => "peer-key-fleeting",
            PeerKey::First => "safety-first",
            PeerKey::Same => "safety-unconfirmed",
            PeerKey::Confirmed => "safety-confirmed",
            PeerKey::Changed { was_confirmed: false, .. } => "safety-changed-text",
            PeerKey::Changed { was_confirmed: true, .. } => "peer-key-changed-confirmed",
        };
        self.text(key, &[("user", user.into())])
    }

    /// The name of a picture of the safety number.
    pub fn safety_emoji(&self, emoji: SafetyEmoji) -> String {
        self.text(&format!("emoji-{}", emoji.name), &[])
    }
}
