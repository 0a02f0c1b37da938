//! The bodies of messages about the connection, sessions and invitations.

use super::body_writer::BodyWriter;
use super::fields::Fields;
use super::{Message, MessageError, MessageType, MissedCall, Password, Token};

impl Message {
    pub(super) fn write_session_message(&self, writer: &mut BodyWriter<'_>) {
        match self {
            Message::Hello { version, program } => {
                writer.number("version", (*version).into());
                writer.optional("program", program.as_deref());
            }
            Message::Welcome { version, heartbeat } => {
                writer.number("version", (*version).into());
                writer.number("heartbeat", (*heartbeat).into());
            }
            Message::Session { token, lifetime } => {
                writer.text("token", token.reveal());
                writer.number("lifetime", *lifetime);
            }
            Message::Resume { token } => writer.text("token", token.reveal()),
            Message::ChangePassword { password, new_password } => {
                writer.text("password", password.reveal());
                writer.text("new-password", new_password.reveal());
            }
            Message::DeleteAccount { password } => writer.text("password", password.reveal()),
            other => other.write_invitation_message(writer),
        }
    }

    fn write_invitation_message(&self, writer: &mut BodyWriter<'_>) {
        match self {
            Message::Invitation { code, lifetime } => {
                writer.text("code", code.reveal());
                writer.number("lifetime", *lifetime);
            }
            Message::RevokeInvitation { code } => writer.text("code", code.reveal()),
            Message::Enter { code, name } => {
                writer.text("code", code.reveal());
                writer.text("name", name);
            }
            Message::MissedCall(missed) => missed.write(writer),
            Message::MissedCallsSeen { number } => writer.number("number", *number),
            _ => {}
        }
    }

    pub(super) fn read_session_message(
        message_type: MessageType,
        fields: Fields<'_>,
    ) -> Result<Message, MessageError> {
        Ok(match message_type {
            MessageType::Hello => {
                let program = fields.optional("program")?;
                Message::Hello { version: fields.number("version")?, program }
            }
            MessageType::Welcome => {
                let heartbeat = fields.number("heartbeat")?;
                Message::Welcome { version: fields.number("version")?, heartbeat }
            }
            MessageType::Ping => Message::Ping,
            MessageType::Pong => Message::Pong,
            MessageType::Session => {
                let lifetime = fields.number("lifetime")?;
                Message::Session { token: token(fields, "token")?, lifetime }
            }
            MessageType::Resume => Message::Resume { token: token(fields, "token")? },
            MessageType::ChangePassword => {
                let new_password = password(fields, "new-password")?;
                Message::ChangePassword { password: password(fields, "password")?, new_password }
            }
            MessageType::DeleteAccount => {
                Message::DeleteAccount { password: password(fields, "password")? }
            }
            other => return Message::read_invitation_message(other, fields),
        })
    }

    fn read_invitation_message(
        message_type: MessageType,
        fields: Fields<'_>,
    ) -> Result<Message, MessageError> {
        Ok(match message_type {
            MessageType::CreateInvitation => Message::CreateInvitation,
            MessageType::Invitation => {
                let lifetime = fields.number("lifetime")?;
                Message::Invitation { code: token(fields, "code")?, lifetime }
            }
            MessageType::RevokeInvitation => {
                Message::RevokeInvitation { code: token(fields, "code")? }
            }
            MessageType::Enter => {
                Message::Enter { code: token(fields, "code")?, name: fields.required("name")? }
            }
            MessageType::MissedCall => Message::MissedCall(MissedCall::read(fields)?),
            MessageType::MissedCallsSeen => {
                Message::MissedCallsSeen { number: fields.number("number")? }
            }
            other => return Err(MessageError::unknown_type(other.name())),
        })
    }
}

fn token(fields: Fields<'_>, key: &'static str) -> Result<Token, MessageError> {
    fields.required_word(key, |word| Token::new(word).ok())
}

fn password(fields: Fields<'_>, key: &'static str) -> Result<Password, MessageError> {
    fields.required(key).map(Password::new)
}
