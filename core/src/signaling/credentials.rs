//! The payload of `REGISTER` and `LOGIN`.

use super::body_writer::BodyWriter;
use super::fields::Fields;
use super::{MessageError, Password};

/// A user's name and password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The user's name.
    pub user: String,
    /// The user's password.
    pub password: Password,
}

impl Credentials {
    /// These credentials.
    pub fn new(user: impl Into<String>, password: impl Into<String>) -> Credentials {
        Credentials { user: user.into(), password: Password::new(password) }
    }

    pub(super) fn write(&self, writer: &mut BodyWriter<'_>) {
        writer.text("user", &self.user);
        writer.text("password", self.password.reveal());
    }

    pub(super) fn read(fields: Fields<'_>) -> Result<Credentials, MessageError> {
        let password = Password::new(fields.required("password")?);
        Ok(Credentials { user: fields.required("user")?, password })
    }
}
