//! A window of somebody.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use roomrtc_media::block_code::BlockCode;
use roomrtc_test_programs::{RunningProgram, programs};
use x11rb::protocol::xproto::Window;

use super::keyboard::{CONTROL, RETURN, SPACE, TABULATOR};
use super::{Display, PATIENCE, Screenshot, Server};

/// A window of somebody on a display of its own, and what its program tells.
pub(super) struct OpenWindow {
    user: &'static str,
    program: RunningProgram,
    log_file: PathBuf,
    /// Tells the lines of its log.
    log: RunningProgram,
    seen: Vec<String>,
    /// How many of them came before what is waited for.
    passed: usize,
    display: Display,
    window: Window,
}

impl OpenWindow {
    /// Opens one whose settings name a server and a user, and that sends the test card; `None`, said
    /// loudly, where there is no display for it. It waits for the password then.
    pub(super) fn open(folder: &Path, server: &str, user: &'static str) -> Option<OpenWindow> {
        let display = Display::start()?;
        let home = folder.join(user);
        let mut program = RunningProgram::start(command(&home, server, user, &display.name));
        let log_file = home.join("state/roomrtc/log/roomrtc.log");
        let mut log = Command::new("tail");
        log.args(["-n", "+1", "-F"]).arg(&log_file);
        let log = RunningProgram::start(log);
        let Some(window) = display.window() else { panic!("no window: {:?}", program.heard()) };
        let (seen, passed) = (vec![], 0);
        let mut open = OpenWindow { user, program, log_file, log, seen, passed, display, window };
        open.wait_for("drawn screen=Welcome");
        Some(open)
    }

    /// Waits for a line of its log that holds `text`, after those that were waited for before.
    ///
    /// # Panics
    /// If none comes for minutes.
    pub(super) fn wait_for(&mut self, text: &str) {
        self.wait_for_any(&[text]);
    }

    /// As [`OpenWindow::wait_for`], for the first line that holds one of them: which.
    pub(super) fn wait_for_any(&mut self, texts: &[&str]) -> usize {
        let until = Instant::now() + PATIENCE;
        loop {
            self.passed += 1;
            let Some(line) = self.line(self.passed - 1, until) else {
                self.save_failed();
                let (user, errors) = (self.user, self.program.heard().join("\n"));
                panic!("{user}: no {texts:?} in\n{}\n{errors}", self.seen.join("\n"));
            };
            if let Some(index) = texts.iter().position(|text| line.contains(text)) {
                return index;
            }
        }
    }

    /// As [`OpenWindow::wait_for`], for several lines that come in any order.
    pub(super) fn wait_for_all(&mut self, texts: &[&str]) {
        let (first, mut last) = (self.passed, self.passed);
        for text in texts {
            self.passed = first;
            self.wait_for(text);
            last = last.max(self.passed);
        }
        self.passed = last;
    }

    /// Waits until its call is over, it is back in the lobby without a picture of the other side, and
    /// the call's source is closed: why it is over, as the log says it.
    pub(super) fn wait_for_end(&mut self, name: &str) -> String {
        let first = self.passed;
        let closed = "the call's source and codecs are closed";
        self.wait_for_all(&["the call is over", "drawn screen=Lobby", closed]);
        assert!(!self.has_open_source());
        let is_gone = |screenshot: &Screenshot| !screenshot.has_green_bar();
        self.wait_until("the lobby", is_gone).save(&format!("{name}-{}", self.user));
        let end = self.seen[first..].iter().find(|line| line.contains("the call is over"));
        end.expect("it was waited for").clone()
    }

    /// A line of its log, once it is there; `None` if it does not come until then.
    fn line(&mut self, index: usize, until: Instant) -> Option<&str> {
        while self.seen.len() <= index {
            let rest = until.checked_duration_since(Instant::now())?;
            self.seen.push(self.log.output.recv_timeout(rest).ok()?);
        }
        Some(&self.seen[index])
    }

    /// Gives the password, for which it waits at its start.
    pub(super) fn sign_in(&mut self) {
        self.display.type_text(Server::PASSWORD);
        self.display.press(&[RETURN]);
        self.wait_for_all(&["logged in", "drawn screen=Lobby", "people others="]);
    }

    /// Puts the focus on the button that calls the only other user: it is the next after the search.
    pub(super) fn choose_the_other(&mut self) {
        self.control('f');
        self.wait_for("keyboard: command=Search");
        self.display.press(&[TABULATOR]);
    }

    /// Presses the button that has the focus.
    pub(super) fn press_button(&self) {
        self.display.press(&[SPACE]);
    }

    /// Presses the keys that accept a call; where none rings they mean nothing.
    pub(super) fn press_accept(&self) {
        self.display.press(&[CONTROL, RETURN]);
    }

    /// Presses the button that calls, while the other side may call too: whether this one is the caller.
    pub(super) fn enter_call(&mut self) -> bool {
        self.press_button();
        if self.wait_for_any(&["a call comes", "the call begins"]) == 0 {
            self.press_accept();
            self.wait_for("the call begins");
        }
        self.seen[self.passed - 1].ends_with("role=Caller")
    }

    /// Hangs up.
    pub(super) fn hang_up(&self) {
        self.control('h');
    }

    /// Presses a letter with Control.
    fn control(&self, letter: char) {
        self.display.press(&[CONTROL, u32::from(letter)]);
    }

    /// Ends its program at once, as a machine that loses its power does.
    pub(super) fn kill(&mut self) {
        self.program.kill();
    }

    /// Closes it as a window manager does, and waits until its program has ended well: what it has
    /// logged since its start.
    pub(super) fn close(self) -> String {
        self.display.close(self.window);
        self.program.succeed();
        fs::read_to_string(self.log_file).expect("a log")
    }

    /// Waits until what is seen is as it is to be: the screenshot. `what` says that.
    pub(super) fn wait_until(
        &mut self,
        what: &str,
        is_it: impl Fn(&Screenshot) -> bool,
    ) -> Screenshot {
        let until = Instant::now() + PATIENCE;
        loop {
            let screenshot = self.screenshot();
            if is_it(&screenshot) {
                return screenshot;
            }
            if !self.display.wait(until) {
                screenshot.save(&name_of_failed(self.user));
                panic!("{} does not see {what}", self.user);
            }
        }
    }

    /// Waits until the other side's picture shows the code of a frame after this one.
    pub(super) fn wait_for_frame(&mut self, after: Option<BlockCode>) -> (BlockCode, Screenshot) {
        let newer = |code: &BlockCode| after.is_none_or(|it| code.frame_number > it.frame_number);
        let is_newer = |screenshot: &Screenshot| screenshot.code().as_ref().is_some_and(newer);
        let screenshot = self.wait_until("a frame of the other side", is_newer);
        (screenshot.code().expect("it was read before"), screenshot)
    }

    /// Waits until what moves on the other side's test card has moved so often. For a picture whose code
    /// is covered.
    pub(super) fn wait_for_moves(&mut self, moves: usize) -> Screenshot {
        let mut last = self.screenshot();
        for _ in 0..moves {
            last = self.wait_until("a move", |now| now.middle() != last.middle());
        }
        last
    }

    /// What it shows now.
    pub(super) fn screenshot(&self) -> Screenshot {
        self.display.screenshot(self.window).expect("the window is there")
    }

    /// Leaves what it shows now among the screenshots, as that of a test that fails.
    fn save_failed(&self) {
        if let Some(screenshot) = self.display.screenshot(self.window) {
            screenshot.save(&name_of_failed(self.user));
        }
    }

    /// Whether a call's source is open: it has a thread of its own.
    pub(super) fn has_open_source(&self) -> bool {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.program.id())).expect("it runs");
        let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).ok();
        tasks.flatten().filter_map(name).any(|name| name.trim() == "call-capture")
    }
}

/// The name of a screenshot in a test that fails.
fn name_of_failed(user: &str) -> String {
    let thread = thread::current();
    let test = thread.name().and_then(|name| name.rsplit("::").next()).unwrap_or_default();
    format!("failed-{test}-{user}")
}

/// The program with a home of its own, on this display. Pictures are drawn in software everywhere.
fn command(home: &Path, server: &str, user: &str, display: &str) -> Command {
    let config = home.join("config/roomrtc");
    fs::create_dir_all(&config).expect("made");
    let settings = format!(
        "server = {server:?}\nuser = {user:?}\nsource = \"test-card\"\nlanguage = \"english\"\n"
    );
    fs::write(config.join("settings.toml"), settings).expect("written");
    let mut command = programs::roomrtc(&[]);
    for (variable, folder) in
        [("CONFIG", "config"), ("STATE", "state"), ("DATA", "data"), ("CACHE", "cache")]
    {
        command.env(format!("XDG_{variable}_HOME"), home.join(folder));
    }
    command.env("HOME", home).env("DISPLAY", display).env("LIBGL_ALWAYS_SOFTWARE", "1");
    command.env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}
