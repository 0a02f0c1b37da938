//! The kinds of attacks.

/// What strangers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttackKind {
    /// A thousand connections begin and do not go on; each that is dropped is replaced.
    HalfOpen,
    /// Users who ask for lists again and again and never read one.
    NeverReading,
    /// Logins with names and passwords that are made up, from many addresses.
    LoginFlood,
    /// Passwords guessed for one account.
    Guessing,
}

impl AttackKind {
    /// All of them.
    pub const ALL: [AttackKind; 4] = [
        AttackKind::HalfOpen,
        AttackKind::NeverReading,
        AttackKind::LoginFlood,
        AttackKind::Guessing,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            AttackKind::HalfOpen => "1,000 half-open connections",
            AttackKind::NeverReading => "32 readers that never read",
            AttackKind::LoginFlood => "a login flood",
            AttackKind::Guessing => "guessed passwords",
        }
    }

    /// Connections that stand at the same time.
    pub(super) const fn connections(self) -> usize {
        match self {
            AttackKind::HalfOpen => 1_000,
            AttackKind::NeverReading => 32,
            AttackKind::LoginFlood => 256,
            AttackKind::Guessing => 16,
        }
    }
}
