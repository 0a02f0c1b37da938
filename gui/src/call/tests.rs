//! The course of a call, event by event.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{Credentials, ErrorCode, Token, UserState};
use roomrtc_io_mio::{CertificateFingerprint, StreamClosure};

use super::CallScript;
use super::call_script::LOGIN_PATIENCE;
use super::lobby::CALLEE_PATIENCE;
use crate::client::{CallEnd, ClientEvent};
use crate::pins::ServerTrust;
use crate::program::Script;

fn script(callee: Option<&str>) -> CallScript {
    let server = SocketAddr::from(([127, 0, 0, 1], 7_000));
    let credentials = Credentials::new("alice", "a password");
    let talk = Some(Duration::from_secs(2));
    let path = Some(PathBuf::from("servers.toml"));
    let trust = ServerTrust { is_plain: false, path, ..ServerTrust::plain("room:7000") };
    let callee = callee.map(str::to_owned);
    let mut script = CallScript::new((server, trust), credentials, callee, talk);
    script.begin(Time::ZERO);
    script
}

fn steps(script: &mut CallScript) -> Vec<String> {
    std::iter::from_fn(|| script.poll_step()).map(|step| format!("{step:?}")).collect()
}

fn hear(script: &mut CallScript, event: ClientEvent) -> Vec<String> {
    script.handle_event(Time::from_secs(1), 0, &event);
    steps(script)
}

fn refusal(code: ErrorCode) -> ClientEvent {
    ClientEvent::Refused { request: None, code, text: "The server's sentence.".into() }
}

fn logged_in(callee: Option<&str>) -> CallScript {
    let mut script = script(callee);
    script.handle_event(Time::from_secs(1), 0, &ClientEvent::ServerConnected);
    script.handle_event(Time::from_secs(1), 0, &ClientEvent::LoggedIn { user: "alice".into() });
    steps(&mut script);
    script
}

#[test]
fn a_free_name_gets_an_account_and_a_taken_one_a_sentence() {
    let mut free = script(None);
    assert!(hear(&mut free, ClientEvent::ServerConnected)[1].contains("Login"));
    assert!(hear(&mut free, refusal(ErrorCode::WrongCredentials))[0].contains("Register"));
    let again = hear(&mut free, ClientEvent::Registered);
    assert!(again[0].contains("made an account") && again[1].contains("Login"), "{again:?}");

    let mut taken = script(None);
    hear(&mut taken, ClientEvent::ServerConnected);
    hear(&mut taken, refusal(ErrorCode::WrongCredentials));
    let end = hear(&mut taken, refusal(ErrorCode::UserNameTaken));
    assert_eq!(end, [r#"Finish(Err("wrong password for the user alice"))"#]);
}

#[test]
fn a_callee_who_comes_soon_is_waited_for() {
    let users = |state| ClientEvent::Users(vec![("bob".into(), state)]);
    let mut script = logged_in(Some("bob"));
    assert!(hear(&mut script, users(UserState::Offline)).is_empty());
    let invited = hear(&mut script, users(UserState::Available));
    assert!(invited.len() == 1 && invited[0].contains("Invite"), "{invited:?}");
    assert!(hear(&mut script, users(UserState::Busy)).is_empty());
}

#[test]
fn one_who_does_not_come_is_asked_for_and_refused() {
    let mut script = logged_in(Some("bob"));
    assert_eq!(script.deadline(), Some(Time::from_secs(1) + CALLEE_PATIENCE));
    script.handle_timeout(Time::from_secs(4));
    assert!(steps(&mut script)[0].contains("Invite"));
    let end = hear(&mut script, refusal(ErrorCode::UserOffline));
    assert_eq!(end, [r#"Finish(Err("The server's sentence."))"#]);
}

fn lost(closure: StreamClosure, retry: bool) -> ClientEvent {
    ClientEvent::ServerLost { closure, retry: retry.then_some(Duration::from_millis(1_500)) }
}

/// In a call that is connected, and what led there has been taken.
fn in_call() -> CallScript {
    let mut script = logged_in(None);
    let incoming = ClientEvent::IncomingCall { user: "bob".into(), name: None };
    assert!(hear(&mut script, incoming)[1].contains("Accept"));
    hear(&mut script, ClientEvent::CallBegan { user: "bob".into(), role: CallRole::Callee });
    hear(&mut script, ClientEvent::Connected);
    script
}

#[test]
fn a_call_outlives_the_server_and_is_known_to_the_next() {
    let mut script = in_call();
    let said = hear(&mut script, lost(StreamClosure::Remote, true));
    assert!(said[0].contains("the lobby is closed"), "{said:?}");
    assert!(said[1].contains("the call goes on"), "{said:?}");
    assert!(said[2].contains("again in 1.5 s"), "{said:?}");
    let refused = StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused);
    let said = hear(&mut script, lost(refused, true));
    assert!(said[0].contains("cannot be reached: connection refused"), "{said:?}");
    let said = hear(&mut script, ClientEvent::Resumed { user: "alice".into() });
    assert!(said[0].contains("connected to the server again, as alice"), "{said:?}");
    let said = hear(&mut script, ClientEvent::CallRejoined);
    assert!(said[0].contains("knows of the call again"), "{said:?}");
    script.handle_timeout(Time::from_secs(3));
    assert!(steps(&mut script)[0].contains("HangUp"));
    script.handle_call_over(Time::from_secs(3), 0, &CallEnd::Here);
    assert_eq!(steps(&mut script), ["Finish(Ok(()))"]);
}

#[test]
fn whose_session_is_over_logs_in_with_the_password_and_the_call_goes_on() {
    let mut script = in_call();
    let deadline = script.deadline();
    hear(&mut script, lost(StreamClosure::Remote, true));
    assert!(hear(&mut script, ClientEvent::SessionLost)[0].contains("Login"));
    let said = hear(&mut script, ClientEvent::LoggedIn { user: "alice".into() });
    assert!(said.len() == 1 && said[0].contains("logged in as alice"), "{said:?}");
    assert_eq!(script.deadline(), deadline);
}

#[test]
fn who_waits_for_a_call_waits_for_the_server_and_who_calls_does_not() {
    let mut waiting = logged_in(None);
    let said = hear(&mut waiting, lost(StreamClosure::Remote, true));
    assert!(said.len() == 2 && said[0].contains("the server is gone"), "{said:?}");
    let mut calling = logged_in(Some("bob"));
    let said = hear(&mut calling, lost(StreamClosure::Remote, true));
    assert!(said[0].contains("Finish(Err(\"the connection to the server is gone"), "{said:?}");
}

#[test]
fn a_certificate_is_kept_and_another_is_refused() {
    let [first, second] = [b"1", b"2"].map(|bytes| CertificateFingerprint::of(bytes));
    let mut script = script(None);
    steps(&mut script);
    let said = hear(&mut script, ClientEvent::ServerCertificate(first));
    assert!(said[0].contains("first connection to room:7000"), "{said:?}");
    assert!(said[1].contains("KeepCertificate"), "{said:?}");
    assert!(hear(&mut script, ClientEvent::ServerCertificate(first)).is_empty());
    let said = hear(&mut script, lost(StreamClosure::WrongCertificate(second), false));
    assert!(
        said[0].starts_with("Finish(Err(\"the certificate of room:7000 has changed"),
        "{said:?}"
    );
}

#[test]
fn a_certificate_that_changes_in_mid_call_ends_no_call() {
    let mut script = in_call();
    let closure = StreamClosure::WrongCertificate(CertificateFingerprint::of(b"2"));
    let said = hear(&mut script, lost(closure, false));
    assert!(said.len() == 1 && said[0].starts_with("Say(\"the certificate of"), "{said:?}");
}

#[test]
fn an_invitation_is_a_link_with_its_code_where_no_server_sees_it() {
    let mut script = script(None).with_invitation(true);
    hear(&mut script, ClientEvent::ServerConnected);
    let asked = hear(&mut script, ClientEvent::LoggedIn { user: "alice".into() });
    assert!(asked.iter().any(|step| step.contains("CreateInvitation")), "{asked:?}");
    let (code, lifetime) = (Token::new("abc-_1").expect("a code"), Duration::from_secs(9));
    let printed = hear(&mut script, ClientEvent::Invitation { code, lifetime });
    assert_eq!(printed, [r#"Print("https://room:7000/#invitation=abc-_1")"#]);
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let closure = StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused);
    let mut refused = script(None);
    let end = hear(&mut refused, lost(closure, false)).pop().expect("an end");
    let expected = "the server room:7000 cannot be reached: connection refused";
    assert_eq!(end, format!("Finish(Err({expected:?}))"));

    let mut silent = script(None);
    steps(&mut silent);
    silent.handle_timeout(Time::ZERO + LOGIN_PATIENCE);
    assert!(steps(&mut silent)[0].contains("does not answer"));
}
