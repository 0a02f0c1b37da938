//! A client of ours.

use std::rc::Rc;

use roomrtc_core::sdp::DescriptionKind;
use roomrtc_core::signaling::{
    CallNumber, Credentials, DecodeError, Message, MessageType, PROTOCOL_VERSION, UserState, encode,
};

use super::text::user_number;
use super::{Dialect, Event, Login, Misheard, Role, Saying, user_name};

/// A client of our protocol. It reads frames itself, as most of them only have to be counted.
#[derive(Debug)]
pub struct Frames {
    user: String,
    login: Login,
    role: Role,
    description: Rc<str>,
    /// The call it is in.
    call: CallNumber,
    /// The body of the other party's description, as it has to arrive.
    expected: Vec<u8>,
    /// A frame that has not arrived as a whole.
    partial: Vec<u8>,
}

impl Frames {
    /// The client of user `number`.
    pub fn new(number: u32, login: Login, role: Role, description: &Rc<str>) -> Frames {
        Frames {
            user: user_name(number),
            login,
            role,
            description: Rc::clone(description),
            call: CallNumber(0),
            expected: Vec::new(),
            partial: Vec::new(),
        }
    }

    fn take_body(
        &mut self,
        body: &[u8],
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard> {
        if let Some(fields) = body.strip_prefix(b"USER_LIST|") {
            events.extend(fields.split(|byte| *byte == b'|').filter_map(state));
            return Ok(());
        }
        if !self.expected.is_empty() && body == self.expected {
            events.push(Event::Relayed);
            return Ok(());
        }
        let unreadable = |error: DecodeError| Misheard::Unreadable(error.to_string());
        self.take_message(Message::read_body(body).map_err(unreadable)?, output, events)
    }

    fn take_message(
        &mut self,
        message: Message,
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard> {
        match message {
            Message::Ok { request: MessageType::Login | MessageType::Resume, .. } => {
                events.push(Event::LoggedIn);
            }
            Message::AcceptCall { .. } | Message::Ok { request: MessageType::AcceptCall, .. } => {
                events.push(Event::InCall);
            }
            Message::IncomingCall { user, call, .. } => self.accept(user, call, output),
            Message::Ok { call: Some(call), .. } => self.call = call,
            Message::Ping => write(&Message::Pong, output),
            Message::Error(error) => return Err(Misheard::Refused(error.text)),
            Message::Sdp { .. } => return Err(Misheard::Changed),
            _ => {}
        }
        Ok(())
    }

    fn accept(&mut self, user: String, call: CallNumber, output: &mut Vec<u8>) {
        self.call = call;
        self.expected.clear();
        relayed(user.clone(), call, &self.description).write_body(&mut self.expected);
        write(&Message::AcceptCall { user, call }, output);
    }

    fn other(&self) -> String {
        user_name(self.role.other().unwrap_or_default())
    }
}

impl Dialect for Frames {
    fn begin(&mut self, output: &mut Vec<u8>) {
        write(&Message::Hello { version: PROTOCOL_VERSION, program: None }, output);
        let login = match &self.login {
            Login::Password(password) => {
                Message::Login(Credentials::new(&self.user, password.reveal()))
            }
            Login::Session(token) => Message::Resume { token: token.clone() },
        };
        write(&login, output);
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
        while let Some((body, behind)) = split_frame(rest)? {
            self.take_body(body, output, events)?;
            rest = behind;
        }
        self.partial = rest.to_vec();
        Ok(())
    }

    fn say(&mut self, saying: Saying, output: &mut Vec<u8>) {
        let message = match saying {
            Saying::Call => Message::Invite { user: self.other() },
            Saying::HangUp => Message::EndCall { user: self.other(), call: Some(self.call) },
            Saying::Relay => relayed(self.other(), self.call, &self.description),
        };
        write(&message, output);
    }
}

fn relayed(user: String, call: CallNumber, description: &str) -> Message {
    Message::Sdp { user, call, kind: DescriptionKind::Offer, sdp: description.to_owned() }
}

fn write(message: &Message, output: &mut Vec<u8>) {
    encode(message, output).expect("short enough");
}

/// A body and what is behind it.
type Parts<'a> = (&'a [u8], &'a [u8]);

/// The body of the first frame, and what is behind it, if it has arrived.
fn split_frame(input: &[u8]) -> Result<Option<Parts<'_>>, Misheard> {
    let Some(end) = input.iter().take(8).position(|byte| *byte == b'\n') else {
        return Ok(None);
    };
    let length = str::from_utf8(&input[..end]).ok().and_then(|text| text.parse::<usize>().ok());
    let length = length.ok_or_else(|| Misheard::Unreadable("a frame without a length".into()))?;
    Ok(input[end + 1..].split_at_checked(length))
}

fn state(field: &[u8]) -> Option<Event> {
    let states = [
        (&b"available="[..], UserState::Available),
        (b"busy=", UserState::Busy),
        (b"offline=", UserState::Offline),
    ];
    let found = states.into_iter().find_map(|(key, state)| Some((field.strip_prefix(key)?, state)));
    found.and_then(|(name, state)| Some(Event::State { user: user_number(name)?, state }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::description;

    fn client(role: Role) -> Frames {
        let login = Login::Password(roomrtc_core::signaling::Password::new("correct horse"));
        Frames::new(1, login, role, &description().into())
    }

    fn hear(client: &mut Frames, message: &Message) -> Vec<Event> {
        let (mut bytes, mut events) = (Vec::new(), Vec::new());
        write(message, &mut bytes);
        for byte in bytes {
            client.hear(&[byte], &mut Vec::new(), &mut events).expect("understood");
        }
        events
    }

    #[test]
    fn a_description_counts_only_as_it_was_sent() {
        let mut callee = client(Role::Callee { other: 2 });
        let call = CallNumber(7);
        hear(&mut callee, &Message::IncomingCall { user: user_name(2), call, name: None });
        let sent = relayed(user_name(2), call, &description());
        assert_eq!(hear(&mut callee, &sent), [Event::Relayed]);
        let mut changed = Vec::new();
        write(&relayed(user_name(2), call, "v=0"), &mut changed);
        let heard = callee.hear(&changed, &mut Vec::new(), &mut Vec::new());
        assert!(matches!(heard, Err(Misheard::Changed)), "{heard:?}");
    }

    #[test]
    fn states_are_read_by_number() {
        let mut events = Vec::new();
        let list = "USER_LIST|kind=full|available=u00003|busy=u7|offline=u12345";
        let list = format!("{}\n{list}", list.len());
        client(Role::Watcher)
            .hear(list.as_bytes(), &mut Vec::new(), &mut events)
            .expect("understood");
        let state = |user, state| Event::State { user, state };
        let expected = [
            state(3, UserState::Available),
            state(7, UserState::Busy),
            state(12_345, UserState::Offline),
        ];
        assert_eq!(events, expected);
    }
}
