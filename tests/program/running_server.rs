//! A server's process.

use std::path::{Path, PathBuf};
use std::time::Duration;

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::server;

/// So long that only a server that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server with accounts in a directory.
pub(super) struct RunningServer {
    pub(super) program: RunningProgram,
    data: PathBuf,
    /// Where its clients keep certificates.
    pub(super) config: PathBuf,
    /// Where clients on this machine reach it: `host:port`.
    pub(super) address: String,
    /// The SHA-256 fingerprint of its certificate.
    pub(super) fingerprint: String,
}

impl RunningServer {
    /// One on loopback.
    pub(super) fn start(directory: &Path) -> RunningServer {
        RunningServer::start_on(directory, "127.0.0.1:0", &[])
    }

    /// One that listens elsewhere or otherwise.
    pub(super) fn start_on(directory: &Path, listen: &str, arguments: &[&str]) -> RunningServer {
        let data = directory.join("accounts");
        let (program, address, fingerprint) = run(&data, listen, arguments);
        let config = directory.join("config");
        RunningServer { program, data, config, address, fingerprint }
    }

    /// Starts it again on the same port after it has ended.
    pub(super) fn start_again(&mut self) {
        let (program, address, fingerprint) = run(&self.data, &self.address, &[]);
        assert_eq!(address, self.address);
        (self.program, self.fingerprint) = (program, fingerprint);
    }

    /// Takes its certificate away: it makes another when it starts again.
    pub(super) fn lose_certificate(&self) {
        std::fs::remove_dir_all(self.data.join("tls")).expect("it has one");
    }
}

/// Runs it: its process, its address and its certificate's fingerprint, as it prints them.
fn run(data: &Path, listen: &str, arguments: &[&str]) -> (RunningProgram, String, String) {
    let data = data.display().to_string();
    let all = [&["--listen", listen, "--data", &data][..], arguments].concat();
    let program = RunningProgram::start(server(&all));
    let value = |prefix: &str| {
        let line = program.output.recv_timeout(PATIENCE).expect("a line");
        line.strip_prefix(prefix).unwrap_or_else(|| panic!("{line}")).to_owned()
    };
    let (address, fingerprint) = (value("listening on "), value("certificate sha-256 "));
    (program, address.replace("0.0.0.0", "127.0.0.1"), fingerprint)
}
