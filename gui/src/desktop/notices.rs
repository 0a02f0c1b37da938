//! The notices on the screen.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Notice, PostedNotice};

/// The notices on the screen, oldest first. They are few: the oldest makes way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    posted: Vec<PostedNotice>,
    next_number: u64,
}

impl Notices {
    /// Most notices on the screen.
    pub const MOST: usize = 5;

    /// How long a notice stays that goes by itself.
    pub const STAY: Duration = Duration::from_secs(8);

    /// Those on the screen.
    pub fn iter(&self) -> impl Iterator<Item = &PostedNotice> {
        self.posted.iter()
    }

    /// Shows one more. One that says the same as another takes its place.
    pub fn post(&mut self, now: Time, notice: Notice) {
        self.posted.retain(|posted| posted.notice != notice);
        if self.posted.len() == Notices::MOST {
            self.posted.remove(0);
        }
        let until = (!notice.stays()).then(|| now + Notices::STAY);
        self.posted.push(PostedNotice { number: self.next_number, until, notice });
        self.next_number += 1;
    }

    /// The user has read it.
    pub fn dismiss(&mut self, number: u64) {
        self.posted.retain(|posted| posted.number != number);
    }

    /// Takes those away whose time is over.
    pub fn handle_timeout(&mut self, now: Time) {
        self.posted.retain(|posted| posted.until.is_none_or(|until| until > now));
    }

    /// When the next one goes.
    pub fn deadline(&self) -> Option<Time> {
        self.posted.iter().filter_map(|posted| posted.until).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_go_by_themselves_or_stay() {
        let mut notices = Notices::default();
        notices.post(Time::ZERO, Notice::ServerBack);
        notices.post(Time::ZERO, Notice::TakenOver);
        assert_eq!(notices.deadline(), Some(Time::ZERO + Notices::STAY));
        notices.handle_timeout(Time::ZERO + Notices::STAY);
        let left: Vec<&PostedNotice> = notices.iter().collect();
        assert_eq!(left[0].notice, Notice::TakenOver);
        let number = left[0].number;
        notices.dismiss(number);
        assert_eq!(notices, Notices { posted: Vec::new(), next_number: 2 });
    }

    #[test]
    fn they_are_few_and_none_is_there_twice() {
        let mut notices = Notices::default();
        for seconds in 0..9 {
            let lasted = Duration::from_secs(seconds);
            let user = "bob".to_owned();
            let ending = crate::desktop::CallEnding::Here;
            notices.post(Time::ZERO, Notice::CallOver { user, ending, lasted });
        }
        notices.post(Time::ZERO, Notice::ServerBack);
        notices.post(Time::from_secs(1), Notice::ServerBack);
        assert_eq!(notices.iter().count(), Notices::MOST);
        let backs = notices.iter().filter(|posted| posted.notice == Notice::ServerBack);
        assert_eq!(backs.count(), 1);
    }
}
