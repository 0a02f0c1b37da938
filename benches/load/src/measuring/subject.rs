//! What can be measured.

use clap::ValueEnum;

/// What a group of rows is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Subject {
    /// Resident memory of an idle connection.
    Memory,
    /// Logins a second.
    Logins,
    /// Relayed descriptions a second, and how long they take.
    Relays,
    /// How long relayed descriptions take while strangers attack.
    Attacks,
    /// How long many need to log in and see each other.
    Gathering,
    /// How long a change of presence needs to reach every watcher.
    Presence,
}

impl Subject {
    /// All of them, in the order in which they are measured.
    pub const ALL: [Subject; 6] = [
        Subject::Memory,
        Subject::Logins,
        Subject::Relays,
        Subject::Attacks,
        Subject::Gathering,
        Subject::Presence,
    ];
}
