//! A call between aiortc and us.

use std::fs;
use std::time::{Duration, Instant};

use roomrtc_test_programs::RunningProgram;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::Aiortc;

/// So long that only a call that does not work takes it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Both ends of a call, the lines between them, and what either saw.
#[derive(Debug)]
pub(super) struct PythonCall {
    pub(super) theirs: RunningProgram,
    pub(super) ours: RunningProgram,
    directory: TempDir,
    /// What becomes of their descriptions on the way to us.
    change: fn(&str) -> String,
    /// The lines for the other end that they and we have written.
    pub(super) carried: [Vec<Value>; 2],
    /// What else they and we have told, in order.
    pub(super) told: [Vec<Value>; 2],
    /// The pictures that they have decoded: the number in the code, width and height.
    pub(super) seen: Vec<(Option<u64>, u64, u64)>,
}

impl PythonCall {
    /// Starts both ends, with the arguments of `peer.py` and more of `roomrtc peer`.
    pub(super) fn start(aiortc: &Aiortc, theirs: &[&str], ours: &[&str]) -> PythonCall {
        PythonCall::start_with(aiortc, theirs, ours, str::to_owned)
    }

    /// As [`PythonCall::start`]; `change` makes of their descriptions what we are shown.
    pub(super) fn start_with(
        aiortc: &Aiortc,
        theirs: &[&str],
        ours: &[&str],
        change: fn(&str) -> String,
    ) -> PythonCall {
        let directory = TempDir::new().expect("a directory");
        let [report, frames] =
            ["report.json", "frames"].map(|name| directory.path().join(name).display().to_string());
        let role = if theirs[0] == "offer" { "answer" } else { "offer" };
        let arguments = [&[role, "--report", &report, "--frames", &frames], ours].concat();
        PythonCall {
            theirs: aiortc.start(theirs),
            ours: aiortc.start_ours(&arguments),
            directory,
            change,
            carried: Default::default(),
            told: Default::default(),
            seen: Vec::new(),
        }
    }

    /// A call that is connected, and of which they have decoded `count` pictures.
    pub(super) fn connect(aiortc: &Aiortc, theirs: &[&str], ours: &[&str], count: usize) -> Self {
        let mut call = PythonCall::start(aiortc, theirs, ours);
        call.go_on_for_frames(count);
        call
    }

    /// Carries what either end has to say. Returns after an instant if there is nothing.
    pub(super) fn turn(&mut self) {
        let wait = Duration::from_millis(5);
        while let Ok(line) = self.theirs.output.recv_timeout(wait) {
            let mut line = json_of(&line);
            if let Some(sdp) = line["sdp"].as_str() {
                line["sdp"] = (self.change)(sdp).into();
            }
            self.take(0, line);
        }
        while let Ok(line) = self.ours.output.try_recv() {
            self.take(1, json_of(&line));
        }
    }

    fn take(&mut self, end: usize, line: Value) {
        let is_for_the_other = line.get("sdp").is_some() || line.get("candidate").is_some();
        if !is_for_the_other {
            return self.told[end].push(line);
        }
        let other = if end == 0 { &mut self.ours } else { &mut self.theirs };
        other.write(&line.to_string());
        self.carried[end].push(line);
    }

    /// Goes on until `is_so`; fails with everything that is known if it does not become so.
    pub(super) fn wait_until(&mut self, what: &str, is_so: impl Fn(&PythonCall) -> bool) {
        let begin = Instant::now();
        while !is_so(self) {
            let errors = self.told[0].iter().filter(|told| told.get("error").is_some()).count();
            let is_patient = begin.elapsed() < PATIENCE && errors == 0;
            assert!(is_patient, "not so: {what}\n{self:#?}\n{}", self.ours.heard().join("\n"));
            self.turn();
        }
    }

    /// Gives one end a command that it answers with a line that has `key`.
    pub(super) fn ask(&mut self, end: usize, command: &str, key: &str) -> Value {
        let known = self.told[end].len();
        self.command(end, command);
        let is_answer = |line: &&Value| line.get(key).is_some();
        self.wait_until(command, |call| call.told[end][known..].iter().any(|l| is_answer(&l)));
        let mut answers = self.told[end][known..].iter().filter(is_answer);
        answers.next().expect("an answer")[key].clone()
    }

    /// Gives one end a command.
    pub(super) fn command(&mut self, end: usize, command: &str) {
        let peer = if end == 0 { &mut self.theirs } else { &mut self.ours };
        peer.write(&json!({ "command": command }).to_string());
    }

    /// Takes the pictures that they have decoded since.
    pub(super) fn take_frames(&mut self) {
        let frames = self.ask(0, "frames", "frames");
        let frames = frames.as_array().expect("a list").iter();
        let size = |value: &Value| value.as_u64().expect("a number");
        self.seen.extend(frames.map(|f| (f[0].as_u64(), size(&f[1]), size(&f[2]))));
    }

    /// Goes on until they have decoded so many more pictures.
    pub(super) fn go_on_for_frames(&mut self, count: usize) {
        let (enough, begin) = (self.seen.len() + count, Instant::now());
        while self.seen.len() < enough {
            assert!(begin.elapsed() < PATIENCE, "{self:#?}\n{}", self.ours.heard().join("\n"));
            let next = Instant::now() + Duration::from_millis(200);
            while Instant::now() < next {
                self.turn();
            }
            self.take_frames();
        }
    }

    /// Whether they have told this state of the connection.
    pub(super) fn has_state(&self, state: &str) -> bool {
        self.told[0].iter().any(|told| told["state"] == state)
    }

    /// Hangs up at our end: what was measured there, and the lines on the pictures decoded there.
    pub(super) fn hang_up(mut self) -> (Value, Vec<Value>) {
        self.command(1, "hang-up");
        let PythonCall { ours, theirs, directory, .. } = self;
        ours.succeed();
        drop(theirs);
        let read = |name| fs::read_to_string(directory.path().join(name)).expect("a file");
        let report = json_of(&read("report.json"))["clients"][0].clone();
        (report, read("frames").lines().map(json_of).collect())
    }
}

fn json_of(line: &str) -> Value {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}
