//! A desktop with a runtime.

use std::path::PathBuf;
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

    /// In a call with the echo contact, which sees what the camera gives.
    pub(in crate::runtime) fn in_call_with_camera() -> Desk {
        let mut desk = Desk::new();
        std::fs::write(desk.camera_file(), "").expect("written");
        desk.act(Action::TryItHere);
        desk.until(|desktop| desktop.lobby.people.iter().any(|person| person.is_echo));
        desk.act(Action::ChooseSource(SourceChoice::Camera("wide".into())));
        desk.act(Action::Call("echo".into()));
        desk.until(|desktop| desktop.call.as_ref().is_some_and(|call| call.has_picture));
        desk.until_echo_has("480x270");
        desk
    }

    /// The camera is pulled out: it fails, and its file goes.
    pub(in crate::runtime) fn pull_camera_out(&self) {
        self.person.sources.unplug();
        std::fs::remove_file(self.camera_file()).expect("it was there");
    }

    pub(in crate::runtime) fn plug_camera_in(&self) {
        self.person.sources.plug_in();
        std::fs::write(self.camera_file(), "").expect("written");
    }

    /// Whether one's own picture is there to be seen.
    pub(in crate::runtime) fn has_own_picture(&self) -> bool {
        self.person.runtime.own_pictures().latest().is_some()
    }

    fn camera_file(&self) -> PathBuf {
        self.person.devices().join("video0")
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
