//! A call between a browser and us.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use roomrtc_test_programs::{RunningProgram, programs};
use serde_json::Value;

use super::browser::Browser;
use super::call_plan::CallPlan;
use super::frame_log::FrameLog;
use super::page::Page;

/// So long that only a call that does not work takes it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Both ends of a call, the lines between them, and what either saw.
#[derive(Debug)]
pub(super) struct Call<'a> {
    pub(super) page: Page<'a>,
    pub(super) peer: RunningProgram,
    directory: PathBuf,
    /// Whether lines are held back.
    pub(super) is_holding: bool,
    /// Lines of the page for our end, of which the first `carried.0` have been carried.
    pub(super) of_page: Vec<Value>,
    /// Lines of our end for the page, of which the first `carried.1` have been carried.
    pub(super) of_peer: Vec<Value>,
    carried: (usize, usize),
    carries: fn(bool, &Value) -> Option<Value>,
    /// What else the page has told, in order.
    pub(super) told: Vec<Value>,
    /// The frames that the browser has decoded of ours.
    pub(super) seen: FrameLog,
    /// The frames that the browser's camera has shown.
    pub(super) camera: FrameLog,
}

impl Call<'_> {
    /// Starts both ends.
    pub(super) fn start<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
        let directory = browser.directory.path().to_owned();
        let report = directory.join("report.json").display().to_string();
        let mut arguments = plan.to_arguments();
        arguments.extend(["--report", &report]);
        let command = browser.namespaces.inside(1, &programs::roomrtc(&arguments));
        let mut call = Call {
            peer: RunningProgram::start(command),
            page: browser.open_page(),
            directory,
            is_holding: false,
            of_page: Vec::new(),
            of_peer: Vec::new(),
            carried: (0, 0),
            carries: plan.carries,
            told: Vec::new(),
            seen: FrameLog::default(),
            camera: FrameLog::default(),
        };
        call.page.room("start", &plan.to_json());
        call
    }

    /// A call that is connected and whose first frames both ends have decoded.
    pub(super) fn connect<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
        let mut call = Call::start(browser, plan);
        call.wait_until("the page is connected", |call| call.has_state("connected"));
        call.wait_until("it sees frames", |call| {
            call.take_frames();
            !call.seen.0.is_empty()
        });
        call
    }

    /// Whether the page's connection has come to a state.
    pub(super) fn has_state(&self, state: &str) -> bool {
        self.told.iter().any(|told| told["state"] == state)
    }

    /// Takes what either end has to say, and carries it. Returns after an instant if there is nothing.
    pub(super) fn turn(&mut self) {
        while let Some(line) = self.page.poll_line(Duration::from_millis(5)) {
            if line.get("error").is_some() {
                panic!("the page: {line:#}\n{}", self.story());
            }
            let is_for_us = line.get("sdp").is_some() || line.get("candidate").is_some();
            if is_for_us { self.of_page.push(line) } else { self.told.push(line) }
        }
        while let Ok(line) = self.peer.output.try_recv() {
            let line: Value = serde_json::from_str(&line).expect("every line is JSON");
            self.of_peer.push(line);
        }
        if !self.is_holding {
            self.carry();
        }
    }

    fn carry(&mut self) {
        let carries = self.carries;
        for line in self.of_page[self.carried.0..].iter().filter_map(|line| carries(true, line)) {
            self.peer.write(&line.to_string());
        }
        for line in self.of_peer[self.carried.1..].iter().filter_map(|line| carries(false, line)) {
            self.page.room("take", &line);
        }
        self.carried = (self.of_page.len(), self.of_peer.len());
    }

    /// Goes on until `is_so`; fails with everything that is known if it does not become so.
    pub(super) fn wait_until(&mut self, what: &str, mut is_so: impl FnMut(&mut Call<'_>) -> bool) {
        let begin = Instant::now();
        while !is_so(self) {
            assert!(begin.elapsed() < PATIENCE, "not so: {what}\n{}", self.story());
            self.turn();
        }
    }

    /// Goes on until the browser has decoded so many more frames.
    pub(super) fn go_on_for_frames(&mut self, count: usize) {
        self.take_frames();
        let seen = self.seen.0.len() + count;
        self.wait_until(&format!("{count} frames more"), |call| {
            call.take_frames();
            call.seen.0.len() >= seen
        });
    }

    /// Takes what the page has seen since.
    pub(super) fn take_frames(&mut self) {
        let seen = FrameLog::of_page(&self.page.evaluate("room.takeSeen()"));
        let camera = FrameLog::of_page(&self.page.evaluate("room.takeCamera()"));
        self.seen.0.extend(seen.0);
        self.camera.0.extend(camera.0);
    }

    /// What `getStats` of the page tells: all of a type, `inbound-rtp` for one.
    pub(super) fn page_statistics(&mut self, kind: &str) -> Vec<Value> {
        let all = self.page.evaluate("room.statistics()");
        let all = all.as_array().expect("a list").iter();
        all.filter(|one| one["type"] == kind).cloned().collect()
    }

    /// Hangs up at our end: what was measured there.
    pub(super) fn hang_up(mut self) -> Value {
        self.take_frames();
        self.peer.interrupt();
        let Call { peer, directory, page, .. } = self;
        peer.succeed();
        let report = fs::read(directory.join("report.json")).expect("a report");
        let report: Value = serde_json::from_slice(&report).expect("JSON");
        drop(page);
        report["clients"][0].clone()
    }

    /// Everything that is known, for who has to find out what is wrong.
    fn story(&mut self) -> String {
        let lines = |lines: &[Value]| {
            let texts: Vec<String> = lines.iter().map(Value::to_string).collect();
            texts.join("\n").replace("\\r\\n", "\n")
        };
        let (ours, console) = (self.peer.heard().join("\n"), self.page.console().join("\n"));
        format!(
            "-- the page's lines\n{}\n-- ours\n{}\n-- the page told\n{}\n-- its console\n{console}\n\
             -- ours said\n{ours}",
            lines(&self.of_page),
            lines(&self.of_peer),
            lines(&self.told),
        )
    }
}
