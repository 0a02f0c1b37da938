//! The payload of `MISSED_CALL`.

use super::MessageError;
use super::body_writer::BodyWriter;
use super::fields::Fields;

/// A call that its callee did not take: it was offline, busy, or did not answer before the call
/// rang out or was cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedCall {
    /// The caller.
    pub user: String,
    /// When it was, in seconds since 1970.
    pub at: u64,
    /// Counts up with every call that this callee has missed.
    pub number: u64,
    /// The name that a guest goes by.
    pub name: Option<String>,
}

impl MissedCall {
    pub(super) fn write(&self, writer: &mut BodyWriter<'_>) {
        writer.text("user", &self.user);
        writer.number("at", self.at);
        writer.number("number", self.number);
        writer.optional("name", self.name.as_deref());
    }

    pub(super) fn read(fields: Fields<'_>) -> Result<MissedCall, MessageError> {
        Ok(MissedCall {
            user: fields.required("user")?,
            at: fields.number("at")?,
            number: fields.number("number")?,
            name: fields.optional("name")?,
        })
    }
}
