//! The payload of `ERROR`.

use super::body_writer::BodyWriter;
use super::fields::Fields;
use super::{ErrorCode, MessageError, MessageType};

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorMessage {
    /// The type of the request, where it could be read.
    pub request: Option<MessageType>,
    /// Why, for a program.
    pub code: ErrorCode,
    /// The user whom the request named.
    pub user: Option<String>,
    /// Why, in a sentence for a person.
    pub text: String,
}

impl ErrorMessage {
    pub(super) fn write(&self, writer: &mut BodyWriter<'_>) {
        if let Some(request) = self.request {
            writer.text("request", request.name());
        }
        writer.text("code", self.code.word());
        writer.optional("user", self.user.as_deref());
        writer.text("text", &self.text);
    }

    pub(super) fn read(fields: Fields<'_>) -> Result<ErrorMessage, MessageError> {
        Ok(ErrorMessage {
            request: fields.word("request", MessageType::from_name)?,
            code: fields.required_word("code", ErrorCode::from_word)?,
            user: fields.optional("user")?,
            text: fields.required("text")?,
        })
    }
}
