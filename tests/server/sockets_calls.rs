//! Users over real sockets.

use roomrtc_core::sdp::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::client::{Command, Event};
use roomrtc_core::signaling::{CallEndReason, Credentials, ErrorCode, UserState};

use std::time::Duration;

use roomrtc_server::StoreLocation;

use super::running_server::RunningServer;
use super::test_client::TestClient;

fn wait_until(client: &mut TestClient, user: &str, state: UserState) {
    while client.client.user_state(user) != Some(state) {
        client.wait_for(|event| *event == Event::UsersChanged);
    }
}

#[test]
fn two_users_meet_call_and_are_available_again() {
    let server = RunningServer::start();
    let mut alice = TestClient::register(server.address, "alice");
    let mut bob = TestClient::register(server.address, "bob");
    wait_until(&mut alice, "bob", UserState::Available);
    wait_until(&mut bob, "alice", UserState::Available);
    alice.call(&mut bob);
    let sdp: String = "v=0\r\no=- | = % \u{2028} ünï\r\n".repeat(300);
    let kind = DescriptionKind::Offer;
    alice.command(Command::SendDescription { kind, sdp: sdp.clone() });
    let expected = Event::RemoteDescription { kind, sdp };
    bob.wait_for(|event| *event == expected);
    let candidate = CandidateInit { candidate: "candidate:1".into(), ..Default::default() };
    bob.command(Command::SendCandidate(candidate.clone()));
    alice.wait_for(|event| *event == Event::RemoteCandidate(candidate.clone()));
    wait_until(&mut alice, "bob", UserState::Busy);
    alice.command(Command::EndCall);
    let reason = CallEndReason::HungUp;
    bob.wait_for(|event| *event == Event::CallEnded { user: "alice".into(), reason });
    wait_until(&mut alice, "bob", UserState::Available);
    wait_until(&mut bob, "alice", UserState::Available);
    drop(alice);
    wait_until(&mut bob, "alice", UserState::Offline);
}

#[test]
fn a_wrong_password_is_refused_and_the_right_one_is_not() {
    let server = RunningServer::start();
    let alice = TestClient::register(server.address, "alice");
    let mut other = TestClient::connect(server.address);
    other.command(Command::Login(Credentials::new("alice", "wrong horse")));
    assert_eq!(other.refusal(), ErrorCode::WrongCredentials);
    other.command(Command::Login(Credentials::new("nobody", "wrong horse")));
    assert_eq!(other.refusal(), ErrorCode::WrongCredentials);
    other.command(Command::Login(Credentials::new("alice", "correct horse")));
    assert_eq!(other.refusal(), ErrorCode::LoggedInElsewhere);
    drop(alice);
    let mut watcher = TestClient::register(server.address, "watcher");
    wait_until(&mut watcher, "alice", UserState::Offline);
    other.log_in("alice");
}

#[test]
fn who_cannot_be_called_is_said_to_be_so() {
    let mut config = RunningServer::config(StoreLocation::Memory);
    config.hub.resume_time = Duration::from_millis(50);
    let server = RunningServer::with(config);
    let mut alice = TestClient::register(server.address, "alice");
    let mut bob = TestClient::register(server.address, "bob");
    let mut carol = TestClient::register(server.address, "carol");
    alice.call(&mut bob);
    carol.invite("nobody");
    assert_eq!(carol.refusal(), ErrorCode::UnknownUser);
    carol.invite("bob");
    assert_eq!(carol.refusal(), ErrorCode::UserBusy);
    drop(bob);
    alice.wait_for(|event| *event == Event::CallDetached { user: "bob".into() });
    carol.invite("bob");
    assert_eq!(carol.refusal(), ErrorCode::UserOffline);
}

#[test]
fn a_server_that_stops_in_mid_call_leaves_the_call_to_its_parties() {
    let server = RunningServer::start();
    let mut alice = TestClient::register(server.address, "alice");
    let mut bob = TestClient::register(server.address, "bob");
    alice.call(&mut bob);
    drop(server);
    alice.wait_for(|event| *event == Event::ConnectionLost);
    alice.wait_for(|event| *event == Event::CallDetached { user: "bob".into() });
    bob.wait_for(|event| *event == Event::CallDetached { user: "alice".into() });
}

#[test]
fn many_users_log_in_at_once_and_all_see_each_other() {
    let server = RunningServer::start();
    let address = server.address;
    let threads: Vec<_> = (0..24)
        .map(|n| std::thread::spawn(move || TestClient::register(address, &format!("user{n}"))))
        .collect();
    let clients = threads.into_iter().map(|thread| thread.join().expect("logged in"));
    let mut clients: Vec<TestClient> = clients.collect();
    for client in &mut clients {
        while client.client.users().filter(|(_, s)| *s == UserState::Available).count() < 23 {
            client.wait_for(|event| *event == Event::UsersChanged);
        }
    }
}
