//! What the call doctor says.

use std::time::Duration;

use super::{
    CallEnding, CurrentCall, DoctorFinding, DoctorStage, SourceState, StageState, TriedChecks,
};
use crate::client::{CallEnd, CallSummary};

/// What was tried for a call, and what has come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoctorReport {
    /// With whom; empty if it did not come to a call.
    pub user: String,
    /// Each stage, in the order of [`DoctorStage::ALL`], and what became of it.
    pub stages: Vec<(DoctorStage, StageState)>,
    /// What was tried to find a way; known once the call is over.
    pub tried: TriedChecks,
    /// What it comes to.
    pub finding: DoctorFinding,
}

impl DoctorReport {
    /// How long a picture of the other side may take.
    pub const PATIENCE: Duration = Duration::from_secs(5);

    /// Nothing was tried yet.
    pub fn new(user: &str) -> DoctorReport {
        DoctorReport {
            user: user.to_owned(),
            stages: DoctorStage::ALL.map(|stage| (stage, StageState::NotReached)).to_vec(),
            tried: TriedChecks::default(),
            finding: DoctorFinding::Healthy,
        }
    }

    /// What became of a stage.
    pub fn state(&self, wanted: DoctorStage) -> StageState {
        let found = self.stages.iter().find(|(stage, _)| *stage == wanted);
        found.map_or(StageState::NotReached, |(_, state)| *state)
    }

    /// Whether it says more than the reason for which the call is over.
    pub fn explains(&self, ending: CallEnding) -> bool {
        let is_found = !matches!(
            self.finding,
            DoctorFinding::Healthy | DoctorFinding::NoPicture | DoctorFinding::NoPicturesToSend(_)
        );
        is_found && !ending.is_regular()
    }

    pub(super) fn set(&mut self, wanted: DoctorStage, state: StageState) {
        self.stages.iter_mut().filter(|(stage, _)| *stage == wanted).for_each(|it| it.1 = state);
    }

    /// What is known of a call while it stands.
    pub(super) fn follow(&mut self, call: &CurrentCall) {
        let transport = call.statistics.as_ref().and_then(|all| all.transport.as_ref());
        let ice = transport.map_or("new", |transport| transport.ice_state);
        let is_connected = call.connected_at.is_some();
        let (gathering, checks) = match ice {
            _ if is_connected => (StageState::Done, StageState::Done),
            "new" => (StageState::Running, StageState::NotReached),
            "connected" | "completed" => (StageState::Done, StageState::Done),
            "failed" => (StageState::Done, StageState::Failed),
            _ => (StageState::Done, StageState::Running),
        };
        let after = |before: StageState, is_done: bool| match (is_done, before) {
            (true, _) => StageState::Done,
            (false, StageState::Done) => StageState::Running,
            _ => StageState::NotReached,
        };
        let handshake = after(checks, is_connected);
        self.set(DoctorStage::Server, StageState::Done);
        self.set(DoctorStage::Camera, camera(call.source));
        self.set(DoctorStage::Gathering, gathering);
        self.set(DoctorStage::Checks, checks);
        self.set(DoctorStage::Handshake, handshake);
        self.set(DoctorStage::FirstPicture, after(handshake, call.has_picture));
        self.finding = match call.source {
            SourceState::Failed(problem) => DoctorFinding::NoPicturesToSend(problem),
            _ => DoctorFinding::Healthy,
        };
    }

    /// The call is over: what that says of the stages.
    pub(super) fn conclude(&mut self, call: &CurrentCall, end: &CallEnd, summary: &CallSummary) {
        self.follow(call);
        let checks = &summary.statistics.checks;
        self.tried = TriedChecks {
            local: summary.local_candidates.clone(),
            remote: summary.remote_candidates.clone(),
            sent: checks.checks_sent,
            answered: checks.responses_received,
            received: checks.checks_received,
        };
        let failed = match end {
            CallEnd::NoWay(_) if self.tried.local.is_empty() => Some(DoctorStage::Gathering),
            CallEnd::NoWay(_) => Some(DoctorStage::Checks),
            CallEnd::WrongFingerprint | CallEnd::Handshake(_) => Some(DoctorStage::Handshake),
            _ => None,
        };
        if let Some(failed) = failed {
            self.fail_at(failed);
        }
        self.stages.iter_mut().filter(|(_, state)| *state == StageState::Running).for_each(|it| {
            it.1 = StageState::NotReached;
        });
        self.finding = self.find(call, end).unwrap_or(self.finding);
    }

    /// What comes before has worked, and what comes after was not reached.
    fn fail_at(&mut self, failed: DoctorStage) {
        for (stage, state) in &mut self.stages {
            let is_of_the_way = *stage >= DoctorStage::Gathering;
            match (*stage).cmp(&failed) {
                std::cmp::Ordering::Less if is_of_the_way => *state = StageState::Done,
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => *state = StageState::Failed,
                std::cmp::Ordering::Greater => *state = StageState::NotReached,
            }
        }
    }

    fn find(&self, call: &CurrentCall, end: &CallEnd) -> Option<DoctorFinding> {
        let tried = &self.tried;
        Some(match end {
            CallEnd::NoWay(_) if tried.local.is_empty() => DoctorFinding::NoLocalCandidate,
            CallEnd::NoWay(_) if tried.remote.is_empty() => DoctorFinding::NoRemoteCandidate,
            CallEnd::NoWay(_) if tried.received > 0 && tried.answered == 0 => {
                DoctorFinding::OnlyTheirChecksArrive
            }
            CallEnd::NoWay(_) => DoctorFinding::NoPairAnswered,
            CallEnd::WrongFingerprint => DoctorFinding::FingerprintMismatch,
            CallEnd::Handshake(_) => DoctorFinding::HandshakeFailed,
            CallEnd::NothingInCommon => DoctorFinding::NothingInCommon,
            CallEnd::Description(_) => DoctorFinding::DescriptionRefused,
            CallEnd::Gone => DoctorFinding::PeerSilent,
            _ if call.connected_at.is_some() && !call.has_picture => DoctorFinding::NoPicture,
            _ => return None,
        })
    }
}

const fn camera(source: SourceState) -> StageState {
    match source {
        SourceState::Off => StageState::Skipped,
        SourceState::Starting => StageState::Running,
        SourceState::Running(_) => StageState::Done,
        SourceState::Failed(_) => StageState::Failed,
    }
}
