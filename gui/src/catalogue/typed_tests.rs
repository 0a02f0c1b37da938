//! Typed values in words.

use std::time::Duration;

use roomrtc_core::signaling::{ErrorCode, UserState};
use roomrtc_io_mio::CertificateFingerprint;

use super::*;
use crate::desktop::{
    CallEnding, Copied, DoctorFinding, Kept, KeyChord, LocalServerProblem, Notice, Panel, PeerKey,
    Problem, QualityCause, ServerLoss, Shortcut, SourceChoice, SourceProblem,
};
use crate::safety_number::SafetyEmoji;

/// What a person can read in every language: no placeholder, and not the words of another key.
fn said(say: impl Fn(&Catalogue) -> String) -> [String; 2] {
    Language::ALL.map(|language| {
        let text = say(&Catalogue::new(language));
        assert!(!text.is_empty() && !text.contains(['…', '{']), "{language:?}: {text:?}");
        text
    })
}

fn notices() -> Vec<Notice> {
    let user = || "bob".to_owned();
    let (ending, path) = (CallEnding::Gone, std::path::PathBuf::from("/x/report.zip"));
    let (certificate, server) = (CertificateFingerprint::of(b"1"), "a:1".to_owned());
    let lasted = Duration::from_secs(123);
    vec![
        Notice::FirstCertificate { server, certificate },
        Notice::LocalServer(LocalServerProblem::Echo),
        Notice::Refused(ErrorCode::UserBusy),
        Notice::Rejected { user: user() },
        Notice::NotAccepted { user: user(), ending },
        Notice::MissedCall { user: user() },
        Notice::CallOver { user: user(), ending, lasted },
        Notice::VideoEnded { user: user() },
        Notice::SourceLost(SourceProblem::CameraLost),
        Notice::PeerKeyChanged { user: user() },
        Notice::InvitationMade { lifetime: lasted },
        Notice::ReportSaved { path: path.clone() },
        Notice::ReportNotSaved { path: Some(path.clone()) },
        Notice::NotRead { path: path.clone() },
        Notice::SettingsSetAside { path: path.clone() },
        Notice::SettingsWrong { names: vec!["scale".into(), "theme".into()] },
        Notice::SessionOpenToOthers { path: path.clone() },
        Notice::IdentityWasOpen { path },
        Notice::ReportNotSaved { path: None },
    ]
}

#[test]
fn every_notice_is_a_sentence_in_both_languages() {
    let plain = [
        Notice::ServerBack,
        Notice::TakenOver,
        Notice::ServerStopping,
        Notice::SessionOver,
        Notice::ServerFault,
        Notice::CallDetached,
        Notice::CallRejoined,
        Notice::SourceBack,
        Notice::RecordingFault,
        Notice::PasswordChanged,
        Notice::AccountDeleted,
    ];
    let copied = [Copied::Invitation, Copied::Statistics, Copied::SafetyNumber, Copied::Log];
    let kept =
        [Kept::Settings, Kept::Session, Kept::Certificates, Kept::Peers, Kept::OwnCertificate];
    let all = notices().into_iter().chain(plain).chain(copied.map(Notice::Copied));
    for notice in all.chain(kept.map(Notice::NotKept)) {
        let [english, spanish] = said(|catalogue| catalogue.notice(&notice));
        assert!(english.ends_with('.') || english.contains("SHA-256"), "{english}");
        assert_ne!(english, spanish);
    }
}

#[test]
fn a_notice_has_its_numbers_and_reasons() {
    let ending = CallEnding::NoWay;
    let over = Notice::CallOver { user: "bob".into(), ending, lasted: Duration::from_secs(3_723) };
    let [english, spanish] = said(|catalogue| catalogue.notice(&over));
    assert!(english.starts_with("The call with bob is over after 1:02:03. No way"), "{english}");
    assert!(spanish.contains("bob") && spanish.contains("1:02:03") && spanish.contains("camino"));
}

#[test]
fn every_refusal_and_problem_is_a_sentence() {
    for code in ErrorCode::all() {
        let [english, spanish] = said(|catalogue| catalogue.refusal(code));
        assert!(english.ends_with('.') && spanish.ends_with('.'), "{english} {spanish}");
    }
    let problems = [
        Problem::PasswordTooShort { least: 8 },
        Problem::Server(ServerLoss::Silent),
        Problem::LocalServer(LocalServerProblem::Network),
        Problem::Refused(ErrorCode::UserNameTaken),
        Problem::UserInvalid,
    ];
    for problem in problems {
        said(|catalogue| catalogue.problem(problem));
    }
    let short = said(|catalogue| catalogue.problem(problems[0]));
    assert!(short.iter().all(|text| text.contains('8')), "{short:?}");
}

#[test]
fn findings_and_causes_say_what_to_do_with_numbers() {
    let cause = QualityCause::UploadLoss { percent: 8 };
    let [english, spanish] = said(|catalogue| catalogue.quality_cause(cause));
    assert_eq!(english, "Your upload is losing 8 % of packets.");
    assert_eq!(spanish, "Tu conexión de subida pierde el 8 % de los paquetes.");
    let finding = DoctorFinding::ServerUnreachable(ServerLoss::Refused);
    let [english, _] = said(|catalogue| catalogue.doctor_finding(finding));
    assert!(english.contains("cannot be reached") && english.contains("port"), "{english}");
    let changed =
        PeerKey::Changed { before: CertificateFingerprint::of(b"1"), was_confirmed: true };
    said(|catalogue| catalogue.peer_key("bob", changed));
}

#[test]
fn every_picture_of_the_safety_number_has_a_name_of_its_own() {
    for catalogue in Language::ALL.map(Catalogue::new) {
        let names: std::collections::BTreeSet<_> =
            SafetyEmoji::ALL.iter().map(|emoji| catalogue.safety_emoji(*emoji)).collect();
        assert_eq!(names.len(), SafetyEmoji::ALL.len());
        assert!(!names.contains("…"));
    }
}

#[test]
fn shortcuts_and_choices_have_words() {
    for shortcut in Shortcut::ALL {
        said(|catalogue| catalogue.shortcut(shortcut.command));
    }
    assert_eq!(
        said(|catalogue| catalogue.keys(KeyChord::control("Enter"))),
        ["Ctrl+Enter", "Ctrl+Intro"]
    );
    assert_eq!(said(|catalogue| catalogue.keys(KeyChord::plain("?"))), ["?", "?"]);
    said(|catalogue| catalogue.panel(Panel::Share));
    said(|catalogue| catalogue.source_choice(&SourceChoice::Camera("Cam".into())));
    for state in UserState::ALL {
        said(|catalogue| catalogue.user_state(state));
    }
}
