//! Roles.

/// Which agent nominates, RFC 8445 section 6.1.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It nominates.
    Controlling,
    /// It waits for the nomination, as an agent does that has not made an offer.
    #[default]
    Controlled,
}

impl Role {
    /// The other one.
    pub const fn opposite(self) -> Role {
        match self {
            Role::Controlling => Role::Controlled,
            Role::Controlled => Role::Controlling,
        }
    }
}
