//! What happens when a user logs in twice.

/// What becomes of a login while the user is logged in on another connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SecondDevice {
    /// It is refused.
    #[default]
    Refuse,
    /// It takes the user over, and the other connection is closed.
    TakeOver,
}
