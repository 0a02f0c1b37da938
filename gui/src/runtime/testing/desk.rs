//! A desktop with a runtime.

use std::time::{Duration, Instant};

use super::Person;
use crate::desktop::{Action, Desktop, DesktopEffect, DesktopStart, Settings, SourceChoice};

/// A desktop whose wishes a runtime carries out, as the window has it.
pub(in crate::runtime) struct Desk {
    person: Person,
    desktop: Desktop,
    is_closed: bool,
}

impl Desk {
    /// One at its first start, which sends the test card.
    pub(in crate::runtime) fn new() -> Desk {
        let person = Person::new(SourceChoice::TestCard);
        let settings = Settings { source: SourceChoice::TestCard, ..Settings::default() };
        let start = DesktopStart { settings, ..DesktopStart::default() };
        let desktop = Desktop::new(person.runtime.now(), start);
        Desk { person, desktop, is_closed: false }
    }

    pub(in crate::runtime) fn act(&mut self, action: Action) {
        self.desktop.act(self.person.runtime.now(), action);
        self.carry_out();
    }

    /// Goes on until the desktop is like this.
    pub(in crate::runtime) fn until(&mut self, is_it: impl Fn(&Desktop) -> bool) {
        self.go_on(|desk| is_it(&desk.desktop));
    }

    pub(in crate::runtime) fn until_closed(&mut self) {
        self.go_on(|desk| desk.is_closed);
    }

    /// Goes on until what comes back has this size.
    pub(in crate::runtime) fn until_echo_has(&mut self, size: &str) {
        self.carry_out();
        self.person.remote_size(size);
    }

    pub(in crate::runtime) fn camera_is_closed(&self) -> bool {
        self.person.sources.wait_until_closed()
    }

    fn go_on(&mut self, is_there: impl Fn(&Desk) -> bool) {
        let due = Instant::now() + Duration::from_secs(120);
        self.carry_out();
        while !is_there(self) {
            assert!(Instant::now() < due, "it never came to that: {:?}", self.desktop);
            let news = self.person.next_news(self.desktop.deadline());
            let now = self.person.runtime.now();
            news.into_iter().for_each(|news| self.desktop.hear(now, news));
            self.desktop.handle_timeout(now);
            self.carry_out();
        }
    }

    fn carry_out(&mut self) {
        while let Some(effect) = self.desktop.poll_effect() {
            let left = self.person.runtime.carry_out(effect);
            self.is_closed |= matches!(left, Some(DesktopEffect::CloseWindow));
        }
    }
}
