//! Runtimes without a window, with real sockets and the real server.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use roomrtc_core::signaling::CallEndReason;
use roomrtc_core::signaling::client::Command;
use roomrtc_media::block_code::BlockCode;

use super::testing::{Desk, Person, ScriptedSources};
use crate::client::{CallEnd, ClientCommand, ClientEvent};
use crate::desktop::{
    Action, CallStage, CurrentCall, Desktop, DesktopEffect, Kept, LocalServerProblem, News, Notice,
    Screen, Settings, SourceChoice, SourceProblem, SourceState, StoredSession,
};

/// Two who are logged in on a server of their own, which the first runs.
fn two() -> (Person, Person) {
    let mut alice = Person::new(SourceChoice::TestCard);
    let here = alice.try_here();
    let mut bob = Person::new(SourceChoice::TestCard);
    alice.enter(&here, "alice", Command::Register);
    bob.enter(&here, "bob", Command::Register);
    (alice, bob)
}

fn connect(caller: &mut Person, callee: &mut Person) {
    caller.signal(Command::Invite { user: callee.user.clone() });
    callee.hear(|news| matches!(news, News::Client(ClientEvent::IncomingCall { .. })));
    callee.signal(Command::Accept);
    for person in [caller, callee] {
        person.hear(|news| matches!(news, News::Client(ClientEvent::Connected)));
    }
}

/// Why the call is over. The server says it of the other side, too, and may be faster.
fn call_over(person: &mut Person) -> CallEnd {
    match person.hear(|news| matches!(news, News::CallOver { .. })) {
        News::CallOver { end: CallEnd::Signaled(CallEndReason::HungUp), .. } => CallEnd::There,
        News::CallOver { end, .. } => end,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_call_each_other_and_see_the_test_card_of_the_other() {
    let (mut alice, mut bob) = two();
    connect(&mut alice, &mut bob);
    for person in [&mut alice, &mut bob] {
        let News::Source(Ok(size)) = person.hear(|news| matches!(news, News::Source(_))) else {
            panic!("no source");
        };
        assert_eq!(size.to_string(), "320x180");
        person.hear(|news| matches!(news, News::FirstPicture));
        let first = person.remote_code(|code| code.is_some()).expect("a code");
        let later =
            person.remote_code(|code| code.is_some_and(|it| it.frame_number > first.frame_number));
        assert!(later.is_some_and(|it| it.capture_time > first.capture_time));
        let own = person.runtime.own_pictures().latest().expect("an own picture");
        assert!(BlockCode::read(&own).is_none(), "as it was taken");
    }
    assert!(alice.runtime.recording().is_some_and(|path| path.exists()));
    bob.command(ClientCommand::HangUp);
    assert_eq!([call_over(&mut alice), call_over(&mut bob)], [CallEnd::There, CallEnd::Here]);
    assert!(alice.runtime.remote_pictures().latest().is_none());
}

#[test]
fn each_call_opens_its_source_and_both_certificates_stay_the_same() {
    let (mut alice, mut bob) = two();
    let mut seen = Vec::new();
    for _ in 0..2 {
        connect(&mut alice, &mut bob);
        seen.push([&mut alice, &mut bob].map(|person| {
            let shown =
                |news: &News| matches!(news, News::Client(ClientEvent::Fingerprints { .. }));
            match person.hear(shown) {
                News::Client(ClientEvent::Fingerprints { own, peer }) => (own, peer),
                other => panic!("{other:?}"),
            }
        }));
        alice.remote_code(|code| code.is_some());
        bob.remote_code(|code| code.is_some());
        alice.command(ClientCommand::HangUp);
        assert_eq!([call_over(&mut alice), call_over(&mut bob)], [CallEnd::Here, CallEnd::There]);
        // Their goodbyes to the server would cross the next invitation.
        alice.meet_the_server();
        bob.meet_the_server();
    }
    assert_eq!(seen[0], seen[1]);
    let [alice_saw, bob_saw] = seen[0];
    assert_eq!(alice_saw, (bob_saw.1, bob_saw.0));
}

#[test]
fn a_source_is_switched_in_mid_call_and_a_lost_camera_ends_no_call() {
    let (mut alice, mut bob) = two();
    connect(&mut alice, &mut bob);
    bob.remote_size("320x180");
    alice.choose(SourceChoice::Camera("wide".into()));
    bob.remote_size("480x270");
    alice.sources.unplug();
    let lost = News::Source(Err(SourceProblem::CameraLost));
    alice.hear(|news| format!("{news:?}") == format!("{lost:?}"));
    assert!(alice.runtime.own_pictures().latest().is_none());
    alice.choose(SourceChoice::TestCard);
    bob.remote_size("320x180");
    alice.choose(SourceChoice::Nothing);
    assert!(alice.sources.wait_until_closed());
    bob.command(ClientCommand::HangUp);
    assert_eq!(call_over(&mut alice), CallEnd::There);
}

#[test]
fn the_echo_contact_sends_the_callers_pictures_back() {
    let mut alice = Person::new(SourceChoice::TestCard);
    let here = alice.try_here();
    alice.log_in(&here);
    alice.signal(Command::Invite { user: here.echo.clone() });
    alice.hear(|news| matches!(news, News::FirstPicture));
    let code = alice.remote_code(|code| code.is_some()).expect("a code");
    // It is one's own: nobody else has drawn any.
    let later =
        alice.remote_code(|it| it.is_some_and(|it| it.frame_number > code.frame_number + 3));
    assert!(later.is_some_and(|it| it.capture_time > code.capture_time));
    alice.command(ClientCommand::HangUp);
    assert_eq!(call_over(&mut alice), CallEnd::Here);
    // The accounts are found as they were left.
    alice.carry_out(DesktopEffect::StopLocalServer);
    let again = alice.try_here();
    assert_eq!(again.credentials, here.credentials);
}

/// Calls until there is a picture: the contact's goodbye of the call before may cross an invitation.
fn reach(caller: &mut Person, user: &str) {
    let is_answer = |news: &News| {
        let is_no = |event: &ClientEvent| {
            use ClientEvent::{Missed, Refused, Rejected};
            matches!(event, Missed { .. } | Refused { .. } | Rejected(_))
        };
        matches!(news, News::FirstPicture) || matches!(news, News::Client(event) if is_no(event))
    };
    loop {
        caller.signal(Command::Invite { user: user.to_owned() });
        if matches!(caller.hear(is_answer), News::FirstPicture) {
            return;
        }
    }
}

#[test]
fn the_echo_contact_can_be_called_again() {
    let mut alice = Person::new(SourceChoice::TestCard);
    let here = alice.try_here();
    alice.log_in(&here);
    for _ in 0..2 {
        reach(&mut alice, &here.echo);
        alice.remote_code(|code| code.is_some());
        alice.command(ClientCommand::HangUp);
        assert_eq!(call_over(&mut alice), CallEnd::Here);
    }
}

#[test]
fn the_preview_opens_a_camera_and_lets_go_of_it() {
    let mut alice = Person::new(SourceChoice::Nothing);
    let News::Cameras(cameras) = alice.hear(|news| matches!(news, News::Cameras(_))) else {
        panic!("no cameras");
    };
    assert_eq!(cameras.len(), 1);
    alice.carry_out(DesktopEffect::StartPreview(SourceChoice::AnyCamera));
    let formats = alice.hear(|news| matches!(news, News::CameraFormats(_)));
    assert!(matches!(formats, News::CameraFormats(formats) if formats.len() == 1));
    let News::Preview(Ok(size)) = alice.hear(|news| matches!(news, News::Preview(_))) else {
        panic!("no preview");
    };
    assert_eq!(size.to_string(), "480x270");
    alice.wait_for_preview();
    alice.carry_out(DesktopEffect::StopPreview);
    assert!(alice.sources.wait_until_closed());
    alice.sources.unplug();
    std::fs::write(alice.devices().join("video0"), "").expect("written");
    let gone = alice.hear(|news| matches!(news, News::Cameras(_)));
    assert!(matches!(gone, News::Cameras(cameras) if cameras.is_empty()));
    alice.carry_out(DesktopEffect::StartPreview(SourceChoice::AnyCamera));
    let none = alice.hear(|news| matches!(news, News::Preview(_)));
    assert!(matches!(none, News::Preview(Err(SourceProblem::NoCamera))), "{none:?}");
}

#[test]
fn a_desktop_tries_it_here_and_closes_in_the_call() {
    let mut alice = Desk::new();
    alice.act(Action::TryItHere);
    alice.until(|desktop| {
        let has_echo = desktop.lobby.people.iter().any(|person| person.name == "echo");
        desktop.screen() == Screen::Lobby && has_echo
    });
    alice.act(Action::Call("echo".into()));
    alice.until(|desktop| {
        let is_seen = |call: &CurrentCall| call.has_picture && call.safety_number.is_some();
        desktop.call.as_ref().is_some_and(is_seen)
    });
    alice.act(Action::ChooseSource(SourceChoice::AnyCamera));
    alice.until_echo_has("480x270");
    alice.act(Action::CloseWindow);
    alice.until_closed();
    assert!(alice.camera_is_closed());
}

/// Whether the call stands, and how what it sends is.
fn source_in_call(desktop: &Desktop) -> Option<SourceState> {
    desktop.call.as_ref().filter(|call| call.stage == CallStage::Connected).map(|call| call.source)
}

fn has_told(desktop: &Desktop, notice: &Notice) -> bool {
    desktop.notices.iter().any(|posted| posted.notice == *notice)
}

/// The camera is gone, the call stands, and both is shown.
fn lose_camera(alice: &mut Desk) {
    alice.pull_camera_out();
    alice.until(|desktop| has_told(desktop, &Notice::SourceLost(SourceProblem::CameraLost)));
    alice.until(|desktop| {
        let has_failed = matches!(source_in_call(desktop), Some(SourceState::Failed(_)));
        has_failed && desktop.devices.cameras.is_empty()
    });
    assert!(alice.camera_is_closed() && !alice.has_own_picture());
}

#[test]
fn a_camera_that_is_pulled_out_in_a_call_is_opened_again_when_it_is_back() {
    let mut alice = Desk::in_call_with_camera();
    lose_camera(&mut alice);
    alice.plug_camera_in();
    alice.until(|desktop| matches!(source_in_call(desktop), Some(SourceState::Running(_))));
    alice.until(|desktop| has_told(desktop, &Notice::SourceBack));
    alice.until_echo_has("480x270");
    alice.act(Action::HangUp);
    alice.until(|desktop| desktop.call.is_none());
    assert!(alice.camera_is_closed());
}

#[test]
fn something_else_can_be_chosen_when_a_camera_is_lost_and_then_the_camera_again() {
    let mut alice = Desk::in_call_with_camera();
    lose_camera(&mut alice);
    alice.act(Action::ChooseSource(SourceChoice::TestCard));
    alice.until(|desktop| matches!(source_in_call(desktop), Some(SourceState::Running(_))));
    alice.until_echo_has("320x180");
    alice.plug_camera_in();
    alice.until(|desktop| !desktop.devices.cameras.is_empty());
    alice.act(Action::ChooseSource(SourceChoice::Camera("wide".into())));
    alice.until_echo_has("480x270");
    alice.act(Action::CloseWindow);
    alice.until_closed();
    assert!(alice.camera_is_closed());
}

/// A file where the folders should be: whoever runs the test, nothing can be written there.
#[test]
fn a_place_that_cannot_be_written_to_is_told_and_the_call_works_all_the_same() {
    let mut bob = Person::new(SourceChoice::TestCard);
    let here = bob.try_here();
    bob.enter(&here, "bob", Command::Register);
    let mut alice = Person::without_a_place(SourceChoice::TestCard);
    let not_kept = |kept| move |news: &News| matches!(news, News::NotKept(it) if *it == kept);
    alice.hear(not_kept(Kept::OwnCertificate));
    alice.enter(&here, "alice", Command::Register);
    let token = alice.token();
    let session = StoredSession { server: here.server.clone(), user: "alice".into(), token };
    alice.carry_out(DesktopEffect::WriteSession(session));
    alice.carry_out(DesktopEffect::WriteSettings(Settings { scale: 120, ..Settings::default() }));
    alice.hear(not_kept(Kept::Session));
    alice.hear(not_kept(Kept::Settings));
    alice.carry_out(DesktopEffect::StartLocalServer);
    let none = alice.hear(|news| matches!(news, News::LocalServer(_)));
    assert!(matches!(none, News::LocalServer(Err(LocalServerProblem::Storage))), "{none:?}");
    connect(&mut alice, &mut bob);
    alice.remote_code(|code| code.is_some());
    assert_eq!(alice.runtime.recording(), None);
    alice.command(ClientCommand::HangUp);
    assert_eq!([call_over(&mut alice), call_over(&mut bob)], [CallEnd::Here, CallEnd::There]);
}

#[test]
fn an_identity_that_others_could_read_is_told_at_the_next_start() {
    let mut alice = Person::new(SourceChoice::Nothing);
    let identity = alice.kept().join("identity.toml");
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(&identity, open).expect("ours");
    alice.restart();
    let told = alice.hear(|news| matches!(news, News::IdentityWasOpen { .. }));
    assert!(matches!(told, News::IdentityWasOpen { path } if path == identity));
    let mode = identity.metadata().expect("there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_name_without_an_address_is_news() {
    let mut alice = Person::new(SourceChoice::Nothing);
    alice.connect("there-is-no-such-host.invalid:7000", None);
    let unknown = alice.hear(|news| matches!(news, News::ServerNameUnknown { .. }));
    assert!(format!("{unknown:?}").contains("invalid:7000"));
}

#[test]
fn ending_it_in_a_call_hangs_up_closes_the_camera_and_keeps_the_login() {
    let (mut alice, mut bob) = two();
    bob.choose(SourceChoice::AnyCamera);
    connect(&mut alice, &mut bob);
    alice.remote_size("480x270");
    let sources = ScriptedSources::clone(&bob.sources);
    let kept = bob.token();
    let server = bob.server.clone();
    bob.restart();
    assert_eq!(call_over(&mut alice), CallEnd::There);
    assert!(sources.wait_until_closed());
    bob.connect(&server.server, Some(server.certificate));
    bob.hear(|news| matches!(news, News::Client(ClientEvent::ServerConnected)));
    bob.signal(Command::Resume(kept));
    bob.hear(|news| matches!(news, News::Client(ClientEvent::Resumed { .. })));
}

#[test]
fn news_wake_whoever_is_to_look() {
    let mut alice = Person::new(SourceChoice::Nothing);
    alice.hear(|news| matches!(news, News::Cameras(_)));
    assert!(alice.woken() > 0);
    assert!(alice.runtime.wait_news(Duration::ZERO).is_none());
    let given_back = alice.runtime.carry_out(DesktopEffect::CloseWindow);
    assert!(matches!(given_back, Some(DesktopEffect::CloseWindow)));
}
