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
    /// The calls that were missed and not seen yet, newest first. One has the number 0 that rang when the
    /// connection to the server broke, until the server tells it.
    pub missed: Vec<MissedCall>,
    /// The number of the newest missed call that the server ever told.
    pub newest_missed: u64,
    /// Missed calls up to this number were seen.
    pub seen: u64,
}

impl Lobby {
    /// Most missed calls that are kept.
    pub const MOST_MISSED: usize = 100;

    /// Seconds within which a call that the server tells is the one that rang when the connection broke:
    /// it finds a dead connection within half of this, and clocks differ.
    const SAME_CALL: u64 = 60;

    /// Takes a missed call, which is listed once however often it is told. Says whether it had not been
    /// seen before.
    pub fn note_missed(&mut self, missed: MissedCall) -> bool {
        if missed.number > 0 && missed.number <= self.seen {
            return false;
        }
        let place = match missed.number {
            0 => 0,
            number if number > self.newest_missed => {
                self.newest_missed = number;
                self.replace_own(&missed);
                0
            }
            number if self.missed.iter().any(|known| known.number == number) => return true,
            // Told again after those that have no number yet, and after newer ones.
            number => {
                let older = self.missed.iter().position(|it| (1..number).contains(&it.number));
                older.unwrap_or(self.missed.len())
            }
        };
        self.missed.insert(place, missed);
        self.missed.truncate(Lobby::MOST_MISSED);
        true
    }

    /// The server tells a call of this user's: it may be the one that rang when the connection broke.
    fn replace_own(&mut self, told: &MissedCall) {
        let is_it = |own: &MissedCall| {
            let seconds = own.at.abs_diff(told.at);
            own.number == 0 && own.user == told.user && seconds <= Lobby::SAME_CALL
        };
        if let Some(place) = self.missed.iter().position(is_it) {
            self.missed.remove(place);
        }
    }

    /// What is listed was seen. Gives the number up to which the server can forget.
    pub fn see_missed(&mut self) -> u64 {
        self.missed.clear();
        self.seen = self.newest_missed;
        self.seen
    }

    /// The people whose name has in it what the user looks for, in either case.
    pub fn found(&self) -> impl Iterator<Item = &Person> {
        let wanted = self.search.trim().to_lowercase();
        self.people.iter().filter(move |person| person.name.to_lowercase().contains(&wanted))
    }
}
