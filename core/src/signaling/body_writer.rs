//! Appending the body of a message.

use super::escape::escape;
use super::{CallNumber, MessageType};

/// Appends a type and its fields to a buffer of the caller's.
pub(super) struct BodyWriter<'a> {
    output: &'a mut Vec<u8>,
}

impl<'a> BodyWriter<'a> {
    /// A writer that has appended the type.
    pub(super) fn new(message_type: MessageType, output: &'a mut Vec<u8>) -> BodyWriter<'a> {
        output.extend_from_slice(message_type.name().as_bytes());
        BodyWriter { output }
    }

    /// Appends a field.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.output.push(b'|');
        self.output.extend_from_slice(key.as_bytes());
        self.output.push(b'=');
        escape(value, self.output);
    }

    /// Appends a field whose value is a number.
    pub(super) fn number(&mut self, key: &str, value: u64) {
        self.text(key, &value.to_string());
    }

    /// Appends whom a call message is for or from, and which call it is about.
    pub(super) fn call(&mut self, user: &str, call: CallNumber) {
        self.text("user", user);
        self.number("call", call.0);
    }

    /// Appends which call a message is about, where it is known.
    pub(super) fn optional_call(&mut self, call: Option<CallNumber>) {
        if let Some(call) = call {
            self.number("call", call.0);
        }
    }

    /// Appends a field where there is a value.
    pub(super) fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }
}
