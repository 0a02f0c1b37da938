//! The text of an event.

use std::fmt::{self, Write};

use tracing::field::{Field, Visit};

/// What stands in the place of a secret.
const WITHHELD: &str = "(withheld)";

/// Parts of names of fields that hold secrets.
const SECRETS: [&str; 8] =
    ["password", "token", "secret", "credential", "invitation", "sdp", "private", "key_log"];

/// The text of an event, as its fields are visited: the message, then each field with its name.
#[derive(Debug, Default)]
pub(super) struct EventText {
    message: String,
    fields: String,
}

impl EventText {
    /// The whole.
    pub(super) fn finish(self) -> String {
        let EventText { mut message, fields } = self;
        if !message.is_empty() && !fields.is_empty() {
            message.push(' ');
        }
        message + &fields
    }

    fn add(&mut self, field: &Field, value: fmt::Arguments<'_>) {
        let name = field.name();
        // Writing into a text always succeeds.
        let _ = match name {
            "message" => self.message.write_fmt(value),
            name if is_secret(name) => write!(self.fields, "{}{name}={WITHHELD}", self.gap()),
            name => write!(self.fields, "{}{name}={value}", self.gap()),
        };
    }

    fn gap(&self) -> &'static str {
        if self.fields.is_empty() { "" } else { " " }
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    SECRETS.iter().any(|part| name.contains(part))
}

impl Visit for EventText {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.add(field, format_args!("{value:?}"));
    }
}
