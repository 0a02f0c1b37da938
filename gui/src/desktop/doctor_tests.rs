//! What the call doctor makes of calls that fail.

use std::time::Duration;

use roomrtc_core::session::Statistics;

use super::flows::World;
use super::{
    CallEnding, CallStage, CurrentCall, DoctorFinding, DoctorReport, DoctorStage, SourceProblem,
    SourceState, StageState,
};
use crate::client::{CallEnd, CallSummary};

/// A call that was not connected yet.
fn connecting() -> CurrentCall {
    let world = World::in_call();
    let call = world.seats[0].desktop.call.clone().expect("a call");
    CurrentCall {
        connected_at: None,
        stage: CallStage::Connecting,
        has_picture: false,
        statistics: None,
        ..call
    }
}

fn summary(local: &[&str], remote: &[&str], checks: [u64; 3]) -> CallSummary {
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let mut statistics = Statistics::default();
    let counts = &mut statistics.checks;
    [counts.checks_sent, counts.responses_received, counts.checks_received] = checks;
    CallSummary {
        lasted: Duration::from_secs(9),
        connected_after: None,
        frames_sent: 0,
        frames_received: 0,
        local_candidates: own(local),
        remote_candidates: own(remote),
        statistics,
    }
}

fn report(call: &CurrentCall, end: &CallEnd, summary: &CallSummary) -> DoctorReport {
    let mut report = DoctorReport::new("bob");
    report.conclude(call, end, summary);
    report
}

const HOST: &str = "host 192.0.2.1:4000";

#[test]
fn a_search_in_vain_is_told_apart_by_what_was_seen_of_it() {
    let call = connecting();
    let no_way = CallEnd::NoWay("what was tried".into());
    let find = |summary: &CallSummary| report(&call, &no_way, summary);
    let nowhere = find(&summary(&[], &[HOST], [0; 3]));
    assert_eq!(nowhere.finding, DoctorFinding::NoLocalCandidate);
    assert_eq!(nowhere.state(DoctorStage::Gathering), StageState::Failed);
    assert_eq!(nowhere.state(DoctorStage::Checks), StageState::NotReached);
    let nobody = find(&summary(&[HOST], &[], [0; 3]));
    assert_eq!(nobody.finding, DoctorFinding::NoRemoteCandidate);
    let silent = find(&summary(&[HOST], &[HOST], [7, 0, 0]));
    assert_eq!(silent.finding, DoctorFinding::NoPairAnswered);
    let one_way = find(&summary(&[HOST], &[HOST], [7, 0, 3]));
    assert_eq!(one_way.finding, DoctorFinding::OnlyTheirChecksArrive);
    assert!([nowhere, nobody, silent, one_way].iter().all(|it| it.explains(CallEnding::NoWay)));
}

#[test]
fn somebody_in_between_fails_the_handshake_after_the_checks() {
    let tried = summary(&[HOST], &[HOST], [2, 2, 2]);
    let report = report(&connecting(), &CallEnd::WrongFingerprint, &tried);
    assert_eq!(report.finding, DoctorFinding::FingerprintMismatch);
    assert_eq!(report.state(DoctorStage::Checks), StageState::Done);
    assert_eq!(report.state(DoctorStage::Handshake), StageState::Failed);
    assert_eq!(report.state(DoctorStage::FirstPicture), StageState::NotReached);
    assert!(report.explains(CallEnding::WrongFingerprint));
}

#[test]
fn every_end_of_a_call_that_fails_has_a_finding() {
    let call = connecting();
    let tried = summary(&[HOST], &[HOST], [1, 1, 1]);
    for (end, finding) in [
        (CallEnd::Handshake("why".into()), DoctorFinding::HandshakeFailed),
        (CallEnd::NothingInCommon, DoctorFinding::NothingInCommon),
        (CallEnd::Description("why".into()), DoctorFinding::DescriptionRefused),
        (CallEnd::Gone, DoctorFinding::PeerSilent),
    ] {
        let report = report(&call, &end, &tried);
        assert_eq!(report.finding, finding);
        assert!(report.explains(CallEnding::from(&end)), "{end:?}");
    }
}

#[test]
fn who_hangs_up_needs_no_doctor() {
    let tried = summary(&[HOST], &[HOST], [1, 1, 1]);
    let early = report(&connecting(), &CallEnd::Here, &tried);
    assert!(!early.explains(CallEnding::Here));
    assert!(early.stages.iter().all(|(_, state)| *state != StageState::Running), "{early:?}");
    let blind = CurrentCall {
        connected_at: Some(roomrtc_core::base::Time::ZERO),
        source: SourceState::Failed(SourceProblem::NoCamera),
        ..connecting()
    };
    let blind = report(&blind, &CallEnd::There, &tried);
    assert_eq!(blind.finding, DoctorFinding::NoPicture);
    assert_eq!(blind.state(DoctorStage::Camera), StageState::Failed);
    assert!(!blind.explains(CallEnding::There));
}
