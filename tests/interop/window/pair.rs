//! Two windows of people who are signed in.

use std::sync::MutexGuard;
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use tempfile::TempDir;

use super::{OpenWindow, Server};
use crate::turn;

/// Two windows of people who are signed in at a server, and see each other.
pub(super) struct Pair {
    pub(super) alice: OpenWindow,
    pub(super) bob: OpenWindow,
    pub(super) server: Server,
    /// Where all their files are.
    _folder: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Pair {
    /// Opens them; `None`, said loudly, where there is no display for them.
    pub(super) fn open() -> Option<Pair> {
        let turn = turn::wait();
        let folder = tempfile::tempdir().expect("a folder");
        let server = Server::start(folder.path(), &["alice", "bob"]);
        let mut alice = OpenWindow::open(folder.path(), &server.address, "alice")?;
        let mut bob = OpenWindow::open(folder.path(), &server.address, "bob")?;
        alice.sign_in();
        bob.sign_in();
        alice.wait_for("available=1");
        Some(Pair { alice, bob, server, _folder: folder, _turn: turn })
    }

    /// Alice calls and Bob accepts; returns when each sees the other's pictures move. Screenshots of
    /// that have this name.
    pub(super) fn call(&mut self, name: &str) {
        let called = now();
        self.alice.choose_the_other();
        self.alice.press_button();
        self.alice.wait_for("it rings there");
        self.bob.wait_for("a call comes");
        self.bob.press_accept();
        self.alice.wait_for("the first picture");
        self.bob.wait_for("the first picture");
        self.see_each_other(called, name);
    }

    /// Both call at the same time: the invitation that comes second is the acceptance of the first, or
    /// its sender sees the first ring and accepts it. As [`Pair::call`].
    pub(super) fn call_at_once(&mut self, name: &str) {
        let called = now();
        self.alice.choose_the_other();
        self.bob.choose_the_other();
        let (alice, bob) = (&mut self.alice, &mut self.bob);
        let is_caller = thread::scope(|scope| {
            [scope.spawn(|| alice.enter_call()), scope.spawn(|| bob.enter_call())]
                .map(|entering| entering.join().expect("it is in the call"))
        });
        assert_ne!(is_caller[0], is_caller[1]);
        self.alice.wait_for("the first picture");
        self.bob.wait_for("the first picture");
        self.see_each_other(called, name);
    }

    /// Returns when each sees the other's pictures move: such as were captured after a time, in
    /// microseconds since the Unix epoch, and before they are seen.
    pub(super) fn see_each_other(&mut self, after: u64, name: &str) {
        for (window, user) in [(&mut self.alice, "alice"), (&mut self.bob, "bob")] {
            let (first, _) = window.wait_for_frame(None);
            let (later, screenshot) = window.wait_for_frame(Some(first));
            screenshot.save(&format!("{name}-{user}"));
            assert!(later.capture_time > first.capture_time);
            let captured = later.capture_time.as_micros();
            assert!(after < captured && captured < now(), "{after} {captured} {}", now());
        }
    }

    /// Both close their windows, whose programs end well and without a complaint: what each has logged.
    pub(super) fn close(self) -> [String; 2] {
        let logs = [self.alice.close(), self.bob.close()];
        for told in &logs {
            assert!(!told.contains("ERROR"), "{told}");
        }
        logs
    }
}

/// Microseconds since the Unix epoch.
pub(super) fn now() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    u64::try_from(now.as_micros()).expect("before the year 500,000")
}
