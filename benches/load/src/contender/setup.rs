//! What a server is started for.

/// What there has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Users that there are, if the server has accounts.
    pub users: u32,
    /// Whether they log in with passwords that cost what they cost users. Otherwise they resume
    /// sessions that were begun before, if the server has any.
    pub by_password: bool,
    /// Whether it speaks TLS.
    pub tls: bool,
}

impl Setup {
    /// So many users with sessions, without TLS.
    pub const fn of(users: u32) -> Setup {
        Setup { users, by_password: false, tls: false }
    }
}
