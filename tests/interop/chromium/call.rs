//! A call between a browser and us.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use roomrtc_test_programs::{RunningProgram, programs};
use serde_json::{Value, json};

use super::browser::Browser;
use super::call_plan::CallPlan;
use super::end::End;
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
    /// Statistics of our end that have been asked for.
    statistics: Vec<Value>,
    /// The frames that the browser has decoded of ours.
    pub(super) seen: FrameLog,
    /// The frames that the browser's camera has shown.
    pub(super) camera: FrameLog,
    taken_at: Option<Instant>,
}

impl Call<'_> {
    /// Starts both ends.
    pub(super) fn start<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
        let mut call = Call::start_holding(browser, plan);
        call.is_holding = false;
        call
    }

    /// Starts both ends, and holds back what they have to say.
    pub(super) fn start_holding<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
        let directory = browser.directory.path().to_owned();
        let [report, frames] = ["report.json", "frames.jsonl"].map(|name| directory.join(name));
        for path in [&report, &frames] {
            // That of the last call, if there was one.
            let _ = fs::remove_file(path);
        }
        let [report, frames] = [report, frames].map(|path| path.display().to_string());
        let mut arguments = plan.to_arguments();
        arguments.extend(["--report", &report, "--frames", &frames]);
        let command = browser.namespaces.inside(1, &programs::roomrtc(&arguments));
        let mut call = Call {
            peer: RunningProgram::start(command),
            page: browser.open_page(),
            directory,
            is_holding: true,
            of_page: Vec::new(),
            of_peer: Vec::new(),
            carried: (0, 0),
            carries: plan.carries,
            told: Vec::new(),
            statistics: Vec::new(),
            seen: FrameLog::default(),
            camera: FrameLog::default(),
            taken_at: None,
        };
        call.page.room("start", &plan.to_json());
        call
    }

    /// A call that is connected and whose first frames both ends have decoded.
    pub(super) fn connect<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
        let mut call = Call::start(browser, plan);
        call.wait_until("the page is connected", |call| call.has_state("connected"));
        call.wait_until("both ends see frames", |call| {
            call.take_frames();
            !call.seen.0.is_empty() && !call.decoded().0.is_empty()
        });
        call
    }

    /// Whether the page's connection has come to a state.
    pub(super) fn has_state(&self, state: &str) -> bool {
        self.told.iter().any(|told| told["state"] == state)
    }

    /// Takes what either end has to say, and carries it. Returns after an instant if there is nothing.
    pub(super) fn turn(&mut self) {
        while let Some(line) = self.page.poll_line(Duration::from_millis(10)) {
            if line.get("error").is_some() {
                panic!("the page: {line:#}\n{}", self.story());
            }
            let is_for_us = line.get("sdp").is_some() || line.get("candidate").is_some();
            if is_for_us { self.of_page.push(line) } else { self.told.push(line) }
        }
        while let Ok(line) = self.peer.output.try_recv() {
            let line: Value = serde_json::from_str(&line).expect("every line is JSON");
            let is_measured = line.get("statistics").is_some();
            if is_measured { self.statistics.push(line) } else { self.of_peer.push(line) }
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

    /// Goes on for a while, and keeps what is seen meanwhile.
    pub(super) fn go_on_for(&mut self, time: Duration) {
        let begin = Instant::now();
        while begin.elapsed() < time {
            self.turn();
            self.take_frames();
        }
    }

    /// Goes on until either end has decoded so many more frames of the other.
    pub(super) fn go_on_for_frames(&mut self, count: usize) {
        self.go_on_for_frames_of(End::Both, count);
    }

    /// Goes on until so many more frames of these ends have been decoded.
    pub(super) fn go_on_for_frames_of(&mut self, end: End, count: usize) {
        self.take_all_frames();
        let before = self.counts();
        self.wait_until(&format!("{count} frames more of {end:?}"), |call| {
            call.take_frames();
            let (ours, theirs) = call.counts();
            (ours >= before.0 + count || end == End::Browser)
                && (theirs >= before.1 + count || end == End::Ours)
        });
    }

    /// Goes on until no frame of these ends has been decoded for most of a second.
    pub(super) fn wait_until_quiet(&mut self, end: End) {
        let of_end = |(ours, theirs): (usize, usize)| match end {
            End::Ours => (ours, 0),
            End::Browser => (0, theirs),
            End::Both => (ours, theirs),
        };
        let mut last = (of_end(self.counts()), Instant::now());
        self.wait_until(&format!("no frame of {end:?}"), |call| {
            call.take_frames();
            let counts = of_end(call.counts());
            if counts != last.0 {
                last = (counts, Instant::now());
            }
            last.1.elapsed() > Duration::from_millis(700)
        });
    }

    /// How many frames of ours the browser has decoded, and how many of its frames we have.
    fn counts(&self) -> (usize, usize) {
        (self.seen.0.len(), self.decoded().0.len())
    }

    /// Takes what the page has seen since, but not all the time, for that takes time of the page's.
    pub(super) fn take_frames(&mut self) {
        if self.taken_at.is_some_and(|at| at.elapsed() < Duration::from_millis(100)) {
            return;
        }
        self.take_all_frames();
        self.taken_at = Some(Instant::now());
    }

    /// Takes what the page has seen since.
    pub(super) fn take_all_frames(&mut self) {
        let seen = FrameLog::of_page(&self.page.evaluate("room.takeSeen()"));
        let camera = FrameLog::of_page(&self.page.evaluate("room.takeCamera()"));
        self.seen.0.extend(seen.0);
        self.camera.0.extend(camera.0);
    }

    /// The frames that we have decoded.
    pub(super) fn decoded(&self) -> FrameLog {
        let text = fs::read_to_string(self.directory.join("frames.jsonl")).unwrap_or_default();
        FrameLog::of_log(&text)
    }

    /// What `getStats` of the page tells: all of a type, `inbound-rtp` for one.
    pub(super) fn page_statistics(&mut self, kind: &str) -> Vec<Value> {
        let all = self.page.evaluate("room.statistics()");
        let all = all.as_array().expect("a list").iter();
        all.filter(|one| one["type"] == kind).cloned().collect()
    }

    /// Gives our end a command.
    pub(super) fn command(&mut self, command: &Value) {
        self.peer.write(&command.to_string());
    }

    /// The one of a type that `getStats` of the page tells.
    pub(super) fn page_statistic(&mut self, kind: &str) -> Value {
        let mut all = self.page_statistics(kind);
        assert_eq!(all.len(), 1, "{all:#?}");
        all.remove(0)
    }

    /// What our end measures just now.
    pub(super) fn statistics(&mut self) -> Value {
        let before = self.statistics.len();
        self.command(&json!({ "command": "statistics" }));
        self.wait_until("our statistics come", |call| call.statistics.len() > before);
        self.statistics[before]["statistics"].clone()
    }

    /// Hangs up at our end: what was measured there, and what was decoded.
    pub(super) fn hang_up(mut self) -> (Value, FrameLog) {
        self.take_all_frames();
        self.command(&json!({ "command": "hang-up" }));
        let Call { peer, directory, page, .. } = self;
        peer.succeed();
        let report = fs::read(directory.join("report.json")).expect("a report");
        let report: Value = serde_json::from_slice(&report).expect("JSON");
        let frames = fs::read_to_string(directory.join("frames.jsonl")).expect("frames");
        drop(page);
        (report["clients"][0].clone(), FrameLog::of_log(&frames))
    }

    /// Everything that is known, for who has to find out what is wrong.
    fn story(&mut self) -> String {
        let lines = |lines: &[Value]| {
            let texts: Vec<String> = lines.iter().map(Value::to_string).collect();
            texts.join("\n").replace("\\r\\n", "\n")
        };
        let (ours, console) = (self.peer.heard().join("\n"), self.page.console().join("\n"));
        let streams = ["outbound-rtp", "inbound-rtp"].map(|kind| self.page_statistics(kind));
        format!(
            "-- the page's lines\n{}\n-- ours\n{}\n-- the page told\n{}\n-- its console\n{console}\n\
             -- ours said\n{ours}\n-- the page's streams\n{streams:#?}",
            lines(&self.of_page),
            lines(&self.of_peer),
            lines(&self.told),
        )
    }
}
