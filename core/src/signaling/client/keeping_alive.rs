//! Signs of life, and what else is of the connection and not of a call.

use std::time::Duration;

use crate::base::Time;

use super::super::Message;
use super::{Client, Event};

impl Client {
    /// When to call [`Client::handle_timeout`]; `None` without a connection.
    pub fn deadline(&self) -> Option<Time> {
        self.heartbeat.as_ref().map(super::heartbeat::Heartbeat::deadline)
    }

    /// Does what is due at `now`.
    pub fn handle_timeout(&mut self, now: Time) {
        let Some(heartbeat) = &mut self.heartbeat else {
            return;
        };
        if heartbeat.is_over(now) {
            self.heartbeat = None;
            self.events.push(Event::ServerSilent);
        } else if heartbeat.asks(now) {
            // If so much waits that this does not fit, the server is silent indeed.
            let _backlogged = self.send(&Message::Ping);
        }
    }

    pub(super) fn handle_connection_message(&mut self, message: Message) {
        match message {
            Message::Welcome { heartbeat, .. } => {
                let interval = Duration::from_secs(heartbeat.into());
                self.heartbeat.iter_mut().for_each(|known| known.set_interval(interval));
            }
            Message::Ping => {
                // A server that floods us with questions gets no more answers than it reads.
                let _backlogged = self.send(&Message::Pong);
            }
            Message::Pong => {}
            Message::Session { token, .. } => self.handle_session(token),
            Message::Invitation { code, lifetime } => self.handle_invitation(code, lifetime),
            Message::MissedCall(missed) => self.events.push(Event::MissedCall(missed)),
            _ => self.ignored += 1,
        }
    }
}
