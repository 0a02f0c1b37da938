//! The DevTools protocol through pipes.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// So long that only a browser that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser's process and the conversation with it: JSON messages that each end with a zero byte. It
/// and all its children are killed when this is dropped.
#[derive(Debug)]
pub(super) struct DevTools {
    child: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    events: VecDeque<Value>,
    last_id: u64,
}

impl DevTools {
    /// Starts a browser. It is told `--remote-debugging-pipe`, and then reads from descriptor 3 and
    /// writes to descriptor 4: a shell makes these of its standard input and output.
    pub(super) fn start(browser: &Command) -> DevTools {
        let mut shell = Command::new("sh");
        shell.args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>&2 2>/dev/null"#]);
        shell.arg(browser.get_program()).args(browser.get_args());
        shell.arg("--remote-debugging-pipe");
        shell.stdin(Stdio::piped()).stdout(Stdio::piped()).process_group(0);
        let mut child = shell.spawn().expect("a shell");
        let input = child.stdin.take().expect("a pipe");
        let messages = messages(child.stdout.take().expect("a pipe"));
        DevTools { child, input, messages, events: VecDeque::new(), last_id: 0 }
    }

    /// Calls a method, of a session if one is given, and waits for what it returns; an error is what
    /// the browser says is wrong.
    pub(super) fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        parameters: Value,
    ) -> Result<Value, String> {
        self.last_id += 1;
        let mut message = json!({ "id": self.last_id, "method": method, "params": parameters });
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let sent = self.input.write_all(format!("{message}\0").as_bytes());
        sent.and_then(|()| self.input.flush()).map_err(|error| format!("{method}: {error}"))?;
        loop {
            let answer = self.messages.recv_timeout(PATIENCE);
            let mut answer = answer.map_err(|error| format!("{method}: no answer: {error}"))?;
            if answer["id"] != self.last_id {
                self.events.push_back(answer);
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(format!("{method}: {error}")),
                None => Ok(answer["result"].take()),
            };
        }
    }

    /// The next event, if there is one or one comes within `wait`.
    pub(super) fn poll_event(&mut self, wait: Duration) -> Option<Value> {
        self.events.pop_front().or_else(|| self.messages.recv_timeout(wait).ok())
    }
}

impl Drop for DevTools {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        // A group that has ended needs none of it.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).output();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn messages(pipe: impl Read + Send + 'static) -> Receiver<Value> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for message in BufReader::new(pipe).split(0).map_while(Result::ok) {
            let message = serde_json::from_slice(&message).expect("every message is JSON");
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    receiver
}
