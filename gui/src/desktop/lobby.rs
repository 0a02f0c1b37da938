//! The people.

use roomrtc_core::signaling::MissedCall;

use super::Person;

/// The people of the server and what was missed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lobby {
    /// All other users, in the order in which they are shown: who can be called first, then by name.
    pub people: Vec<Person>,
    /// What the user looks for.
    pub search: String,
    /// The calls that were missed and not seen yet, newest first. One that was missed while this user was
    /// here has the number 0 until the server tells it at the next login.
    pub missed: Vec<MissedCall>,
}

impl Lobby {
    /// Most missed calls that are kept.
    pub const MOST_MISSED: usize = 100;

    /// The people whose name has in it what the user looks for, in either case.
    pub fn found(&self) -> impl Iterator<Item = &Person> {
        let wanted = self.search.trim().to_lowercase();
        self.people.iter().filter(move |person| person.name.to_lowercase().contains(&wanted))
    }
}
