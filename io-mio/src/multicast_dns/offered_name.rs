//! A name of our own.

use std::net::IpAddr;
use std::time::Duration;

use roomrtc_core::base::Time;

use super::Question;

/// A name of our own, and what has been told of it.
#[derive(Clone, Debug)]
pub(super) struct OfferedName {
    /// The name, in lower case.
    pub(super) name: String,
    pub(super) address: IpAddr,
    /// Announcements still to be made.
    pub(super) announcements: u8,
    /// When the group is told next, if it is.
    pub(super) due: Option<Time>,
    /// When the group was told last.
    pub(super) told: Option<Time>,
    /// When the group was told last that there is nothing of the other family.
    pub(super) denied: Option<Time>,
    /// The second in which answers to single askers are counted, and how many there were.
    answers: (Time, u32),
}

impl OfferedName {
    /// How often a record may go to the group, RFC 6762 section 6.
    pub(super) const INTERVAL: Duration = Duration::from_secs(1);

    /// Announcements, a second apart: RFC 6762 section 8.3.
    const ANNOUNCEMENTS: u8 = 2;

    /// Answers to single askers in a second at most: no more is to be had out of us by forging the
    /// source of questions.
    const MOST_ANSWERS: u32 = 20;

    /// A name that is to be announced.
    pub(super) fn new(now: Time, name: String, address: IpAddr) -> OfferedName {
        let (announcements, due) = (OfferedName::ANNOUNCEMENTS, Some(now));
        let answers = (now, 0);
        OfferedName { name, address, announcements, due, told: None, denied: None, answers }
    }

    /// Whether the question is for it.
    pub(super) fn is_asked(&self, question: &Question) -> bool {
        self.name == question.name
    }

    /// Whether the group was told so recently that it need not be told again, RFC 6762 section 5.4:
    /// within a quarter of the time for which the record holds.
    pub(super) fn is_fresh(&self, now: Time) -> bool {
        self.told.is_some_and(|told| now < told + Duration::from_secs(30))
    }

    /// The group is to be told, as soon as it may be.
    pub(super) fn tell_group(&mut self, now: Time) {
        let earliest = self.told.map_or(now, |told| (told + OfferedName::INTERVAL).max(now));
        self.due = Some(self.due.map_or(earliest, |due| due.min(earliest)));
    }

    /// Whether one more answer to a single asker may go out.
    pub(super) fn may_answer(&mut self, now: Time) -> bool {
        if now >= self.answers.0 + OfferedName::INTERVAL {
            self.answers = (now, 0);
        }
        self.answers.1 += 1;
        self.answers.1 <= OfferedName::MOST_ANSWERS
    }

    /// Whether the group may be told again that there is nothing of the other family.
    pub(super) fn may_deny(&mut self, now: Time) -> bool {
        let may = self.denied.is_none_or(|denied| now >= denied + OfferedName::INTERVAL);
        if may {
            self.denied = Some(now);
        }
        may
    }
}
