//! A message as the body of a frame, and back.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::body_writer::BodyWriter;
use super::fields::Fields;
use super::{
    CallEndReason, Credentials, DecodeError, ErrorMessage, Message, MessageError, MessageType,
    UserList,
};

impl Message {
    /// Appends the body, `TYPE|key=value|…`, without a length before it.
    pub fn write_body(&self, output: &mut Vec<u8>) {
        let mut writer = BodyWriter::new(self.message_type(), output);
        match self {
            Message::Register(credentials) | Message::Login(credentials) => {
                credentials.write(&mut writer);
            }
            Message::Logout => {}
            Message::UserList(list) => list.write(&mut writer),
            Message::Error(error) => error.write(&mut writer),
            Message::CallEnded { user, call, reason } => {
                writer.call(user, *call);
                writer.text("reason", reason.word());
            }
            Message::Ok { request, user, call } => {
                writer.text("request", request.name());
                writer.optional("user", user.as_deref());
                writer.optional_call(*call);
            }
            call_message => call_message.write_call_message(&mut writer),
        }
    }

    /// The message that `body` carries.
    ///
    /// # Errors
    /// [`DecodeError::Message`] where it does not follow the grammar.
    pub fn read_body(body: &[u8]) -> Result<Message, DecodeError> {
        let fail = |request| move |error| DecodeError::Message { request, error };
        let text = str::from_utf8(body).map_err(|_| fail(None)(MessageError::NotUtf8))?;
        let (name, fields) = text.split_once('|').map_or((text, None), |(n, f)| (n, Some(f)));
        let message_type = MessageType::from_name(name)
            .ok_or_else(|| fail(None)(MessageError::unknown_type(name)))?;
        Fields::parse(fields)
            .and_then(|found| Message::read(message_type, Fields::new(&found)))
            .map_err(fail(Some(message_type)))
    }

    fn write_call_message(&self, writer: &mut BodyWriter<'_>) {
        match self {
            Message::Invite { user } => writer.text("user", user),
            Message::AcceptCall { user, call }
            | Message::RejectCall { user, call }
            | Message::RejoinCall { user, call } => writer.call(user, *call),
            Message::EndCall { user, call } => {
                writer.text("user", user);
                writer.optional_call(*call);
            }
            Message::IncomingCall { user, call, name } => {
                writer.call(user, *call);
                writer.optional("name", name.as_deref());
            }
            Message::Offer { user, call, sdp } | Message::Answer { user, call, sdp } => {
                writer.call(user, *call);
                writer.text("sdp", sdp);
            }
            Message::Sdp { user, call, kind, sdp } => {
                writer.call(user, *call);
                writer.text("kind", kind_word(*kind));
                writer.text("sdp", sdp);
            }
            Message::Candidate { user, call, candidate } => {
                writer.call(user, *call);
                write_candidate(candidate, writer);
            }
            other => other.write_session_message(writer),
        }
    }

    fn read(message_type: MessageType, fields: Fields<'_>) -> Result<Message, MessageError> {
        let user = || fields.required("user");
        Ok(match message_type {
            MessageType::Register => Message::Register(Credentials::read(fields)?),
            MessageType::Login => Message::Login(Credentials::read(fields)?),
            MessageType::Logout => Message::Logout,
            MessageType::UserList => Message::UserList(UserList::read(fields)?),
            MessageType::Invite => Message::Invite { user: user()? },
            MessageType::EndCall => {
                Message::EndCall { user: user()?, call: fields.optional_call()? }
            }
            MessageType::Ok => Message::read_ok(fields)?,
            MessageType::Error => Message::Error(ErrorMessage::read(fields)?),
            MessageType::IncomingCall
            | MessageType::AcceptCall
            | MessageType::RejectCall
            | MessageType::RejoinCall
            | MessageType::CallEnded
            | MessageType::Offer
            | MessageType::Answer
            | MessageType::Sdp
            | MessageType::Candidate => Message::read_call_message(message_type, fields)?,
            other => Message::read_session_message(other, fields)?,
        })
    }

    fn read_call_message(
        message_type: MessageType,
        fields: Fields<'_>,
    ) -> Result<Message, MessageError> {
        let sdp = || fields.required("sdp");
        let (user, call) = (fields.required("user")?, fields.call()?);
        Ok(match message_type {
            MessageType::IncomingCall => {
                Message::IncomingCall { user, call, name: fields.optional("name")? }
            }
            MessageType::AcceptCall => Message::AcceptCall { user, call },
            MessageType::RejectCall => Message::RejectCall { user, call },
            MessageType::RejoinCall => Message::RejoinCall { user, call },
            MessageType::Offer => Message::Offer { user, call, sdp: sdp()? },
            MessageType::Answer => Message::Answer { user, call, sdp: sdp()? },
            MessageType::Sdp => Message::Sdp { user, call, kind: kind(fields)?, sdp: sdp()? },
            MessageType::Candidate => {
                Message::Candidate { user, call, candidate: read_candidate(fields)? }
            }
            _ => Message::CallEnded { user, call, reason: reason(fields)? },
        })
    }

    fn read_ok(fields: Fields<'_>) -> Result<Message, MessageError> {
        let request = fields.required_word("request", MessageType::from_name)?;
        Ok(Message::Ok { request, user: fields.optional("user")?, call: fields.optional_call()? })
    }
}

const fn kind_word(kind: DescriptionKind) -> &'static str {
    match kind {
        DescriptionKind::Offer => "offer",
        DescriptionKind::Answer => "answer",
    }
}

fn kind(fields: Fields<'_>) -> Result<DescriptionKind, MessageError> {
    fields.required_word("kind", kind_from_word)
}

fn reason(fields: Fields<'_>) -> Result<CallEndReason, MessageError> {
    fields.required_word("reason", CallEndReason::from_word)
}

fn kind_from_word(word: &str) -> Option<DescriptionKind> {
    [DescriptionKind::Offer, DescriptionKind::Answer]
        .into_iter()
        .find(|kind| kind_word(*kind) == word)
}

fn write_candidate(candidate: &CandidateInit, writer: &mut BodyWriter<'_>) {
    writer.text("candidate", &candidate.candidate);
    writer.optional("mid", candidate.sdp_mid.as_deref());
    let index = candidate.sdp_mline_index.map(|index| index.to_string());
    writer.optional("index", index.as_deref());
    writer.optional("ufrag", candidate.username_fragment.as_deref());
}

fn read_candidate(fields: Fields<'_>) -> Result<CandidateInit, MessageError> {
    Ok(CandidateInit {
        candidate: fields.required("candidate")?,
        sdp_mid: fields.optional("mid")?,
        sdp_mline_index: fields.word("index", |word| word.parse().ok())?,
        username_fragment: fields.optional("ufrag")?,
    })
}
