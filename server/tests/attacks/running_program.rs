//! A server in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program on a free port, killed when this is dropped.
pub(crate) struct RunningProgram {
    child: Child,
    pub(crate) address: SocketAddr,
}

impl RunningProgram {
    /// Runs with its accounts in `data`, and logs everything there is to `log`.
    pub(crate) fn start(data: &Path, log: &Path) -> RunningProgram {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-server"));
        command.args(["--listen", "127.0.0.1:0", "--log-level", "trace"]);
        command.arg("--data").arg(data).arg("--log").arg(log);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program runs");
        let output = child.stdout.as_mut().expect("a pipe");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line.strip_prefix("listening on ").expect("its address");
        let address = address.trim_end().parse().expect("an address");
        RunningProgram { child, address }
    }

    /// SIGTERM; waits until it has ended well.
    pub(crate) fn terminate(mut self) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        assert!(sent.success());
        assert!(self.child.wait().expect("it ends").success());
    }
}

impl Drop for RunningProgram {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
