//! A client of an MQTT broker.

use std::rc::Rc;

use roomrtc_core::signaling::UserState;

use super::mqtt_packets::{
    CONNACK, PUBLISH, SUBACK, connect, publish, published, split, subscribe,
};
use super::text::user_number;
use super::{Dialect, Event, Misheard, Role, Saying, user_name};

/// A client that does with topics what a client of ours does.
#[derive(Debug)]
pub struct Mqtt {
    user: String,
    role: Role,
    description: Rc<str>,
    partial: Vec<u8>,
}

impl Mqtt {
    /// The client of user `number`.
    pub fn new(number: u32, role: Role, description: &Rc<str>) -> Mqtt {
        let (user, description) = (user_name(number), Rc::clone(description));
        Mqtt { user, role, description, partial: Vec::new() }
    }

    fn take(
        &self,
        kind: u8,
        body: &[u8],
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard> {
        match kind {
            CONNACK if body == [0, 0] => self.connected(output, events),
            CONNACK => return Err(Misheard::Refused(format!("CONNACK {body:?}"))),
            SUBACK if body.get(2) == Some(&0) => events.push(Event::LoggedIn),
            SUBACK => return Err(Misheard::Refused(format!("SUBACK {body:?}"))),
            kind if kind & 0xf6 == PUBLISH => {
                let parts = published(body).ok_or_else(|| unreadable("a PUBLISH"))?;
                events.push(self.heard(parts)?);
            }
            other => return Err(unreadable(&format!("a packet of type {other:#x}"))),
        }
        Ok(())
    }

    fn connected(&self, output: &mut Vec<u8>, events: &mut Vec<Event>) {
        match self.role {
            Role::Visitor => events.push(Event::LoggedIn),
            Role::Watcher => {
                subscribe(1, "presence/+", output);
                self.tell_state("available", output);
            }
            Role::Idle | Role::Caller { .. } | Role::Callee { .. } => {
                subscribe(1, &format!("to/{}/+", self.user), output);
            }
        }
    }

    fn tell_state(&self, state: &str, output: &mut Vec<u8>) {
        publish(&format!("presence/{}", self.user), state.as_bytes(), true, output);
    }

    fn heard(&self, (topic, payload): (&[u8], &[u8])) -> Result<Event, Misheard> {
        if let Some(name) = topic.strip_prefix(b"presence/") {
            let user = user_number(name).ok_or_else(|| unreadable("a user"))?;
            let state = match payload {
                b"busy" => UserState::Busy,
                b"available" => UserState::Available,
                _ => return Err(Misheard::Changed),
            };
            return Ok(Event::State { user, state });
        }
        let is_whole = payload == self.description.as_bytes();
        if is_whole { Ok(Event::Relayed) } else { Err(Misheard::Changed) }
    }
}

impl Dialect for Mqtt {
    fn begin(&mut self, output: &mut Vec<u8>) {
        connect(&self.user, output);
    }

    fn hear(
        &mut self,
        input: &[u8],
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard> {
        let mut partial = std::mem::take(&mut self.partial);
        let mut rest = if partial.is_empty() {
            input
        } else {
            partial.extend_from_slice(input);
            &partial
        };
        while let Some((kind, body, behind)) = split(rest)? {
            self.take(kind, body, output, events)?;
            rest = behind;
        }
        self.partial = rest.to_vec();
        Ok(())
    }

    fn say(&mut self, saying: Saying, output: &mut Vec<u8>) {
        match saying {
            Saying::Call => self.tell_state("busy", output),
            Saying::HangUp => self.tell_state("available", output),
            Saying::Relay => {
                let other = user_name(self.role.other().unwrap_or_default());
                let topic = format!("to/{other}/{}", self.user);
                publish(&topic, self.description.as_bytes(), false, output);
            }
        }
    }
}

fn unreadable(what: &str) -> Misheard {
    Misheard::Unreadable(what.to_owned())
}
