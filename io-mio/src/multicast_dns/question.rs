//! A question.

use super::RecordKind;

/// A question for a name of the form that candidates have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The name, in lower case.
    pub(super) name: String,
    pub(super) kind: RecordKind,
    /// Whether the answer may come to the asker alone, RFC 6762 section 5.4.
    pub(super) wants_unicast: bool,
}
