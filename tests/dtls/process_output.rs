//! A running process and what it prints.

use std::fs;
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

    /// Ends the process's standard input.
    pub(super) fn end_input(&mut self) {
        self.child.stdin = None;
    }

    /// The port of the process's UDP socket over IPv4.
    pub(super) fn udp_port(&self) -> u16 {
        let descriptors = fs::read_dir(format!("/proc/{}/fd", self.child.id())).expect("it runs");
        let links = descriptors.flatten().filter_map(|entry| fs::read_link(entry.path()).ok());
        let sockets: Vec<String> = links.map(|link| link.display().to_string()).collect();
        let table = fs::read_to_string("/proc/net/udp").expect("a table");
        // Of its columns the second is the address and port in hexadecimal, the tenth the socket.
        let own = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        let mut own = own.filter(|columns| {
            columns.get(9).is_some_and(|socket| sockets.contains(&format!("socket:[{socket}]")))
        });
        let address = own.next().expect("a socket")[1];
        let (_, port) = address.split_once(':').expect("an address and a port");
        u16::from_str_radix(port, 16).expect("a port")
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
