//! Who is logged in.

use super::{Problem, SecretText};

/// Who is logged in here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The name that the server knows the user by.
    pub user: String,
    /// The name that a guest goes by; `None` if this is no guest.
    pub guest_name: Option<String>,
    /// Whether an answer of the server is awaited: to a change of the password or a deletion.
    pub is_busy: bool,
    /// Why the last change was not made.
    pub problem: Option<Problem>,
    /// The link of the last invitation that was made and is not void.
    pub invitation: Option<SecretText>,
}
