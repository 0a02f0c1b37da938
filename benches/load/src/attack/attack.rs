//! An attack under way.

use std::net::SocketAddr;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{AttackKind, Attacker};
use crate::dialect::Login;

/// An attack, until it is dropped.
#[derive(Debug)]
pub struct Attack {
    /// Whose end ends the thread.
    going: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Attack {
    /// How often strangers do something.
    const PACE: Duration = Duration::from_millis(2);

    /// Begins an attack on the server at `address`; `logins` are those of the users who never read.
    pub fn begin(kind: AttackKind, address: SocketAddr, logins: Vec<Login>) -> Attack {
        let (going, ends) = channel();
        let run = move || {
            let mut attacker = Attacker::new(kind, address, logins);
            while ends.recv_timeout(Attack::PACE) == Err(RecvTimeoutError::Timeout) {
                // What the server refuses is what it is there to refuse.
                let _ = attacker.act();
            }
        };
        Attack { going: Some(going), thread: Some(std::thread::spawn(run)) }
    }
}

impl Drop for Attack {
    fn drop(&mut self) {
        drop(self.going.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}
