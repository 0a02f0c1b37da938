//! Somebody at the page.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::desktop::Desktop;
use super::server::Server;
use crate::chromium::{Browser, FrameLog, Page};

/// So long that only what does not work takes it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether an element of the page is seen.
const IS_SEEN: &str = "(id) => document.getElementById(id)?.offsetParent != null";

/// Somebody at the page: what is on the screen is read, and buttons are pressed.
#[derive(Debug)]
pub(super) struct Visit<'a> {
    page: Page<'a>,
    /// The frames that are seen of the other side, in the page's picture of it.
    pub(super) seen: FrameLog,
    /// The frames of the page's own camera.
    pub(super) camera: FrameLog,
}

impl Visit<'_> {
    /// What a browser needs to be told to visit a server that has made its own certificate: a person
    /// would say once that it is well.
    pub(super) fn flags() -> [&'static str; 2] {
        [
            "--ignore-certificate-errors",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.local, EXCLUDE 10.231.7.2",
        ]
    }

    /// Opens the page of the server.
    pub(super) fn begin<'a>(browser: &'a mut Browser, server: &Server) -> Visit<'a> {
        Visit::open(browser, &format!("https://{}/", server.address))
    }

    /// Opens the page at this address.
    pub(super) fn open<'a>(browser: &'a mut Browser, address: &str) -> Visit<'a> {
        let page = browser.open_site(address);
        Visit { page, seen: FrameLog::default(), camera: FrameLog::default() }
    }

    /// What an expression comes to.
    pub(super) fn evaluate(&mut self, expression: &str) -> Value {
        self.page.evaluate(expression)
    }

    /// Waits until an expression is true; fails with what is on the screen.
    pub(super) fn wait_until(&mut self, expression: &str) {
        let begin = Instant::now();
        while self.evaluate(&format!("Boolean({expression})")) != true {
            assert!(begin.elapsed() < PATIENCE, "not so: {expression}\n{}", self.story());
            self.page.poll_line(Duration::from_millis(50));
        }
    }

    /// Waits until an element is seen.
    pub(super) fn wait_for(&mut self, id: &str) {
        self.wait_until(&format!("({IS_SEEN})('{id}')"));
    }

    /// Waits until an element is not seen.
    pub(super) fn wait_for_no(&mut self, id: &str) {
        self.wait_until(&format!("!({IS_SEEN})('{id}')"));
    }

    /// The text of an element.
    pub(super) fn text(&mut self, id: &str) -> String {
        let text = self.evaluate(&format!("document.getElementById('{id}').textContent"));
        text.as_str().expect("text").to_owned()
    }

    /// Types into a field.
    pub(super) fn fill(&mut self, id: &str, text: &str) {
        self.evaluate(&format!("document.getElementById('{id}').value = {}", json!(text)));
    }

    /// Presses a button, once it is there.
    pub(super) fn press(&mut self, id: &str) {
        self.wait_for(id);
        self.evaluate(&format!("document.getElementById('{id}').click()"));
    }

    /// Makes an account and logs in.
    pub(super) fn register(&mut self, user: &str) {
        self.wait_for("sign-in");
        self.fill("user", user);
        self.fill("password", "a long password");
        self.press("register");
        self.wait_for("lobby");
    }

    /// Calls a user, once it can be called.
    pub(super) fn call(&mut self, user: &str) {
        let button =
            format!("document.querySelector('#people button[aria-label=\"Call {user}\"]')");
        self.wait_until(&format!("{button}?.disabled === false"));
        self.evaluate(&format!("{button}.click()"));
    }

    /// Waits until the call's pictures are connected and the server knows of it, and watches them.
    pub(super) fn watch(&mut self) {
        self.wait_until("document.getElementById('call-state').textContent === 'Connected'");
        self.watch_picture("local", "camera");
        self.watch_picture("remote", "seen");
    }

    /// Reads the frame code in every frame of a picture of the page.
    pub(super) fn watch_picture(&mut self, id: &str, log: &str) {
        let track = format!("document.getElementById('{id}').srcObject?.getVideoTracks()[0]");
        self.wait_until(&track);
        self.evaluate(&format!("void watch({track}.clone(), room.{log}).catch(fail)"));
    }

    /// Takes what was seen since.
    pub(super) fn take_frames(&mut self) {
        let seen = FrameLog::of_page(&self.evaluate("room.takeSeen()"));
        let camera = FrameLog::of_page(&self.evaluate("room.takeCamera()"));
        self.seen.0.extend(seen.0);
        self.camera.0.extend(camera.0);
    }

    /// Goes on until both ends have decoded so many more frames of each other.
    pub(super) fn go_on_for_frames(&mut self, desktop: &Desktop, count: usize) {
        self.take_frames();
        let (seen, decoded) = (self.seen.0.len() + count, desktop.decoded().0.len() + count);
        let begin = Instant::now();
        while self.seen.0.len() < seen || desktop.decoded().0.len() < decoded {
            let frames = (self.seen.0.len(), desktop.decoded().0.len());
            assert!(begin.elapsed() < PATIENCE, "{count} more: {frames:?}\n{}", self.story());
            self.page.poll_line(Duration::from_millis(50));
            self.take_frames();
        }
    }

    /// Goes on until nothing of the page has been decoded for most of a second.
    pub(super) fn wait_until_dark(&mut self, desktop: &Desktop) {
        let (begin, mut last) = (Instant::now(), (desktop.decoded().0.len(), Instant::now()));
        while last.1.elapsed() < Duration::from_millis(700) {
            assert!(begin.elapsed() < PATIENCE, "it never stops\n{}", self.story());
            self.page.poll_line(Duration::from_millis(50));
            let count = desktop.decoded().0.len();
            if count != last.0 {
                last = (count, Instant::now());
            }
        }
    }

    /// What the page has written on its console, and exceptions that nothing caught.
    pub(super) fn console(&self) -> &[String] {
        self.page.console()
    }

    /// Everything that is on the screen and the console.
    fn story(&mut self) -> String {
        let screen = self.evaluate("document.body.innerText");
        format!("{}\n{}", screen.as_str().unwrap_or_default(), self.page.console().join("\n"))
    }
}
