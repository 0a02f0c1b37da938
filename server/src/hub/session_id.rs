//! Naming a session.

/// A session, numbered by the accounts. It keeps its number when its token changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub u64);
