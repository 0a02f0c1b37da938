//! The hub beside its reference model.

use proptest::prelude::*;
use roomrtc_core::signaling::{CallNumber, Credentials, Message, Token, UserState};
use roomrtc_server::hub::{ConnectionId, Input};

use super::call_model::CallModel;
use super::hub_harness::HubHarness;
use super::model_action::ModelAction;
use super::numbers::Numbers;

const USERS: usize = 4;

type Line = (Option<ConnectionId>, Option<Token>);

fn name(user: usize) -> String {
    format!("user{user}")
}

fn send(hub: &mut HubHarness, lines: &mut [Line], user: usize, message: Message) {
    if let Some(line) = lines[user].0 {
        hub.send(line, message);
    }
    read(hub, lines);
}

/// Reads everything, so that nobody is closed for not reading, and keeps the newest tokens.
fn read(hub: &mut HubHarness, lines: &mut [Line]) {
    for (line, token) in lines {
        for message in line.iter().flat_map(|line| hub.received(*line)).collect::<Vec<_>>() {
            if let Message::Session { token: new, .. } = message {
                *token = Some(new);
            }
        }
    }
}

fn log_in(hub: &mut HubHarness, lines: &mut [Line], user: usize) {
    if lines[user].0.is_some() {
        return;
    }
    lines[user].0 = Some(hub.connect());
    let request = match lines[user].1.clone() {
        Some(token) => Message::Resume { token },
        None => Message::Login(Credentials::new(name(user), "correct horse")),
    };
    send(hub, lines, user, request);
}

fn log_out(hub: &mut HubHarness, lines: &mut [Line], user: usize) {
    if lines[user].0.is_some() {
        lines[user].1 = None;
    }
    send(hub, lines, user, Message::Logout);
    leave(hub, lines, user);
}

fn leave(hub: &mut HubHarness, lines: &mut [Line], user: usize) {
    if let Some(line) = lines[user].0.take() {
        hub.handle(Input::Closed(line));
    }
}

fn act(hub: &mut HubHarness, lines: &mut [Line], action: ModelAction, numbers: &Numbers<'_>) {
    match action {
        ModelAction::LogIn(user) => log_in(hub, lines, user),
        ModelAction::Lose(user) => leave(hub, lines, user),
        ModelAction::LogOut(user) => log_out(hub, lines, user),
        ModelAction::Wait(seconds) => hub.advance(std::time::Duration::from_secs(seconds.into())),
        ModelAction::Restart => {
            lines.iter_mut().for_each(|line| line.0 = None);
            hub.restart();
        }
        other => {
            if let Some((user, message)) = request(other, numbers) {
                send(hub, lines, user, message);
            }
        }
    }
}

/// What a user has to send for what it does.
fn request(action: ModelAction, numbers: &Numbers<'_>) -> Option<(usize, Message)> {
    Some(match action {
        ModelAction::Invite(by, other) => (by, Message::Invite { user: name(other) }),
        ModelAction::EndInvited(by, other) => {
            (by, Message::EndCall { user: name(other), call: None })
        }
        ModelAction::Accept(by, other, back) => {
            let call = numbers.of(by, other, back);
            (by, Message::AcceptCall { user: name(other), call })
        }
        ModelAction::Reject(by, other, back) => {
            let call = numbers.of(by, other, back);
            (by, Message::RejectCall { user: name(other), call })
        }
        ModelAction::End(by, other, back) => {
            let call = Some(numbers.of(by, other, back));
            (by, Message::EndCall { user: name(other), call })
        }
        ModelAction::Rejoin(by, other, back) => {
            let call = numbers.of(by, other, back);
            (by, Message::RejoinCall { user: name(other), call })
        }
        _ => return None,
    })
}

fn assert_same(hub: &HubHarness, model: &CallModel, given: &[CallNumber], action: ModelAction) {
    let mut known: Vec<_> = hub.hub.calls().collect();
    known.sort();
    let names: Vec<String> = (0..USERS).map(name).collect();
    let calls = model.calls.iter().map(|call| {
        let [caller, callee] = call.parties;
        (&*names[caller], &*names[callee], call.stage())
    });
    let mut expected: Vec<_> = calls.collect();
    expected.sort();
    assert_eq!(known, expected, "after {action:?}");
    for (user, name) in names.iter().enumerate() {
        let number = model.call_of(user).map(|call| given[call.number]);
        assert_eq!(hub.hub.call_number(name), number, "{name} after {action:?}");
    }
    for (user, name) in names.iter().enumerate() {
        let state = match (model.call_of(user), model.is_there[user]) {
            (Some(_), _) => UserState::Busy,
            (None, true) => UserState::Available,
            (None, false) => UserState::Offline,
        };
        assert_eq!(hub.hub.user_state(name), Some(state), "{name} after {action:?}");
    }
}

proptest! {
    /// Whatever users do in whatever order, lost connections, sessions and restarts included, and
    /// whatever they say late about calls that are past, the calls and states are those of the
    /// model.
    #[test]
    fn the_hub_does_what_the_model_does(
        actions in prop::collection::vec(ModelAction::any(USERS), 1..120),
    ) {
        let mut hub = HubHarness::with_users(USERS);
        let mut lines: Vec<Line> = vec![(None, None); USERS];
        let mut model = CallModel::new(USERS);
        let mut given = vec![CallNumber(0)];
        for action in actions {
            act(&mut hub, &mut lines, action, &Numbers { model: &model, given: &given });
            read(&mut hub, &mut lines);
            model.act(action);
            if let Some([caller, _]) = model.made.get(given.len() - 1) {
                given.extend(hub.hub.call_number(&name(*caller)));
            }
            assert_same(&hub, &model, &given, action);
            let mut unlike = given.clone();
            unlike.sort();
            unlike.dedup();
            prop_assert_eq!(unlike.len(), model.made.len() + 1, "two calls with one number");
        }
    }
}
