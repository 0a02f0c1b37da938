//! A running process and what it prints.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// A process whose lines can be waited for. It is killed when dropped.
#[derive(Debug)]
pub(super) struct ProcessOutput {
    child: Child,
    lines: Receiver<String>,
    seen: Vec<String>,
}

/// How long a line may take: only a broken peer takes that long.
const PATIENCE: Duration = Duration::from_secs(60);

impl ProcessOutput {
    pub(super) fn start(command: &mut Command) -> ProcessOutput {
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = pipes.spawn().expect("the program starts");
        let (sender, lines) = channel();
        forward(child.stdout.take().expect("piped"), sender.clone());
        forward(child.stderr.take().expect("piped"), sender);
        ProcessOutput { child, lines, seen: Vec::new() }
    }

    /// What follows `prefix` in the next line that contains it.
    pub(super) fn wait_for(&mut self, prefix: &str) -> String {
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("no {prefix:?} in {:#?}", self.seen);
            };
            self.seen.push(line.clone());
            if let Some((_, rest)) = line.split_once(prefix) {
                return rest.trim().to_owned();
            }
        }
    }

    /// Writes a line to the process's standard input.
    pub(super) fn write_line(&mut self, line: &str) {
        let input = self.child.stdin.as_mut().expect("piped");
        // In one piece: OpenSSL looks at what one read gives it.
        input.write_all(format!("{line}\n").as_bytes()).expect("the process reads");
    }
}

impl Drop for ProcessOutput {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn forward(output: impl Read + Send + 'static, lines: Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if lines.send(line).is_err() {
                return;
            }
        }
    });
}
