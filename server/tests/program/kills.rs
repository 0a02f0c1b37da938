//! Accounts that outlast a server which is killed.

use roomrtc_core::signaling::{Message, MessageType};

use crate::program::Program;

fn ok(request: MessageType, user: &str) -> Message {
    Message::Ok { request, user: Some(user.into()) }
}

#[test]
fn what_was_confirmed_outlasts_a_kill() {
    let directory = tempfile::tempdir().expect("made");
    let users: Vec<String> = (0..6).map(|n| format!("user{n}")).collect();
    for (n, user) in users.iter().enumerate() {
        let program = Program::start(directory.path());
        for earlier in &users[..n] {
            assert_eq!(program.log_in(earlier), ok(MessageType::Login, earlier));
        }
        assert_eq!(program.register(user), ok(MessageType::Register, user));
        program.kill();
    }
}
