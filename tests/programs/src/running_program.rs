//! A program that runs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// So long that only a program that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A program that runs, its lines as they come, and its end. It is killed when this is dropped.
#[derive(Debug)]
pub struct RunningProgram {
    child: Child,
    input: Option<ChildStdin>,
    /// Lines of standard output.
    pub output: Receiver<String>,
    errors: Receiver<String>,
    /// Lines of standard error seen so far.
    seen: Vec<String>,
}

impl RunningProgram {
    /// Starts it.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(mut command: Command) -> RunningProgram {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let input = child.stdin.take();
        let output = lines(child.stdout.take().expect("a pipe"));
        let errors = lines(child.stderr.take().expect("a pipe"));
        RunningProgram { child, input, output, errors, seen: Vec::new() }
    }

    /// Writes a line to its standard input; one that is gone needs none.
    pub fn write(&mut self, line: &str) {
        if let Some(input) = &mut self.input {
            let _ = writeln!(input, "{line}").and_then(|()| input.flush());
        }
    }

    /// Ends its standard input.
    pub fn end_input(&mut self) {
        self.input = None;
    }

    /// Waits for a line on standard error that holds `text`.
    ///
    /// # Panics
    /// If none comes for two minutes, or before its standard error ends.
    pub fn wait_for(&mut self, text: &str) -> String {
        loop {
            match self.errors.recv_timeout(PATIENCE) {
                Ok(line) => {
                    self.seen.push(line.clone());
                    if line.contains(text) {
                        return line;
                    }
                }
                Err(_) => panic!("no {text:?} in\n{}", self.seen.join("\n")),
            }
        }
    }

    /// What it has written to standard error so far, by lines.
    pub fn heard(&mut self) -> &[String] {
        self.seen.extend(self.errors.try_iter());
        &self.seen
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Asks it to end, as Ctrl-C does.
    ///
    /// # Panics
    /// If it cannot be asked.
    pub fn interrupt(&self) {
        let number = self.child.id().to_string();
        let status = Command::new("kill").args(["-INT", &number]).status().expect("kill runs");
        assert!(status.success());
    }

    /// Ends it at once.
    ///
    /// # Panics
    /// If it has ended before.
    pub fn kill(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it has ended");
    }

    /// Waits for its end: the exit code, and everything it wrote to standard error.
    ///
    /// # Panics
    /// If nothing is heard of it for two minutes.
    pub fn finish(mut self) -> (i32, String) {
        loop {
            match self.errors.recv_timeout(PATIENCE) {
                Ok(line) => self.seen.push(line),
                Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => break,
                Err(_) => panic!("it does not end:\n{}", self.seen.join("\n")),
            }
        }
        let status = self.child.wait().expect("it has ended");
        (status.code().unwrap_or(-1), self.seen.join("\n"))
    }

    /// As [`RunningProgram::finish`], for a program that must succeed.
    ///
    /// # Panics
    /// If it does not.
    pub fn succeed(self) -> String {
        let (code, errors) = self.finish();
        assert_eq!(code, 0, "{errors}");
        errors
    }
}

impl Drop for RunningProgram {
    fn drop(&mut self) {
        // One that has ended needs none of it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(pipe: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver): (Sender<String>, _) = channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}
