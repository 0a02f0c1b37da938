//! Two ends of a call, and a script between them.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::roomrtc;
use serde_json::Value;

/// So long that only a call that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(120);

/// What becomes of a line on its way from an end (0 or 1): the lines that the other end reads.
type Glue = Box<dyn Fn(usize, String) -> Vec<String>>;

/// Two ends of `roomrtc peer` on loopback, whose lines this script carries.
pub(super) struct PeerCall {
    pub(super) ends: [RunningProgram; 2],
    glue: Glue,
    /// What each end has written.
    pub(super) written: [Vec<Value>; 2],
}

/// One end, on loopback, with a small picture.
pub(super) fn peer(arguments: &[&str]) -> RunningProgram {
    let mut all = vec!["peer"];
    all.extend(arguments);
    all.extend(["--bind", "127.0.0.1", "--size", "320x180"]);
    RunningProgram::start(roomrtc(&all))
}

impl PeerCall {
    /// Starts both ends with these arguments; lines are carried as they are.
    pub(super) fn start(offerer: &[&str], answerer: &[&str]) -> PeerCall {
        PeerCall::with_glue(offerer, answerer, |_, line| vec![line])
    }

    /// Starts both ends; `glue` says what becomes of a line.
    pub(super) fn with_glue(
        offerer: &[&str],
        answerer: &[&str],
        glue: impl Fn(usize, String) -> Vec<String> + 'static,
    ) -> PeerCall {
        let ends = [peer(offerer), peer(answerer)];
        PeerCall { ends, glue: Box::new(glue), written: Default::default() }
    }

    /// A call that stands, and in which pictures have come both ways.
    pub(super) fn connected(offerer: &[&str], answerer: &[&str]) -> PeerCall {
        let mut call = PeerCall::start(offerer, answerer);
        call.connect();
        call
    }

    pub(super) fn connect(&mut self) {
        for end in [0, 1] {
            self.until_heard(end, "connected");
            self.until_statistics(end, |all| {
                all["inbound-rtp"]["framesDecoded"].as_u64() > Some(5)
            });
        }
    }

    /// Carries what both ends have written. Returns whether they still write.
    pub(super) fn carry(&mut self) -> bool {
        let mut writes = false;
        for end in [0, 1] {
            loop {
                match self.ends[end].output.recv_timeout(Duration::from_millis(5)) {
                    Ok(line) => self.carry_line(end, line),
                    Err(RecvTimeoutError::Timeout) => {
                        writes = true;
                        break;
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
        }
        writes
    }

    fn carry_line(&mut self, end: usize, line: String) {
        let value: Value = serde_json::from_str(&line).expect("every line is JSON");
        if value.get("statistics").is_none() {
            for line in (self.glue)(end, line) {
                self.ends[1 - end].write(&line);
            }
        }
        self.written[end].push(value);
    }

    /// Carries lines until `is_done`.
    pub(super) fn until(&mut self, what: &str, is_done: impl Fn(&mut PeerCall) -> bool) {
        let began = Instant::now();
        while !is_done(self) {
            let writes = self.carry();
            let heard = [0, 1].map(|end| self.ends[end].heard().join("\n"));
            let is_over = !writes && !is_done(self);
            assert!(!is_over && began.elapsed() < PATIENCE, "no {what}: {heard:#?}");
        }
    }

    /// Carries lines until an end says something that holds `text`.
    pub(super) fn until_heard(&mut self, end: usize, text: &str) {
        self.until(text, |call| call.ends[end].heard().iter().any(|line| line.contains(text)));
    }

    /// The statistics of an end now.
    pub(super) fn statistics(&mut self, end: usize) -> Value {
        let is_one = |value: &&Value| value.get("statistics").is_some();
        let before = self.written[end].iter().filter(is_one).count();
        self.ends[end].write(r#"{"command":"statistics"}"#);
        self.until("statistics", |call| call.written[end].iter().filter(is_one).count() > before);
        let last = self.written[end].iter().rev().find(is_one).expect("it has come");
        last["statistics"].clone()
    }

    /// Asks for statistics until they are as wanted.
    pub(super) fn until_statistics(
        &mut self,
        end: usize,
        is_wanted: impl Fn(&Value) -> bool,
    ) -> Value {
        let began = Instant::now();
        loop {
            let all = self.statistics(end);
            if is_wanted(&all) {
                return all;
            }
            assert!(began.elapsed() < PATIENCE, "it never comes to that: {all:#}");
        }
    }

    /// Lets an end's call last two seconds more, by its own clock.
    pub(super) fn pass_time(&mut self, end: usize) {
        let ticks = |call: &mut PeerCall| {
            call.ends[end].heard().iter().filter(|line| line.contains(" s  peer: ")).count()
        };
        let before = ticks(self);
        self.until("progress", |call| ticks(call) > before + 1);
    }

    /// Carries lines until both ends have ended: their exit codes and what they said.
    pub(super) fn finish(mut self) -> [(i32, String); 2] {
        while self.carry() {}
        self.ends.map(RunningProgram::finish)
    }

    /// Hangs up at the first end; both must succeed.
    pub(super) fn hang_up(mut self) {
        self.ends[0].write(r#"{"command":"hang-up"}"#);
        let [(one, said), (other, heard)] = self.finish();
        assert_eq!((one, other), (0, 0), "{said}\n---\n{heard}");
    }

    /// Reads no more of what an end writes to standard output.
    pub(super) fn close_output(&mut self, end: usize) {
        self.ends[end].output = channel().1;
    }
}
