//! One field of a packet.

/// One field of a packet: its name and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is called; empty in a line that begins a group.
    pub name: &'static str,
    /// What it is, or the name of the group.
    pub value: String,
}

impl Field {
    pub(super) fn new(name: &'static str, value: impl ToString) -> Field {
        Field { name, value: value.to_string() }
    }

    /// A line that begins a group of fields.
    pub(super) fn group(value: impl ToString) -> Field {
        Field { name: "", value: value.to_string() }
    }

    /// Whether it begins a group.
    pub fn is_group(&self) -> bool {
        self.name.is_empty()
    }
}
