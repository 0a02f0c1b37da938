//! The server's process.

use std::path::PathBuf;
use std::time::Duration;

use roomrtc_test_programs::{Namespaces, RunningProgram, programs};

use crate::chromium::Browser;

/// So long that only a server that hangs takes it.
const PATIENCE: Duration = Duration::from_secs(60);

/// `roomrtc-server` in the namespace of our programs, with its accounts beside the browser's files.
#[derive(Debug)]
pub(super) struct Server {
    program: RunningProgram,
    namespace: String,
    data: PathBuf,
    /// Where it listens: `host:port`.
    pub(super) address: String,
    /// The SHA-256 fingerprint of its certificate.
    pub(super) fingerprint: String,
}

impl Server {
    /// Starts one, on a port that is free.
    pub(super) fn start(browser: &Browser) -> Server {
        let namespace = browser.namespaces.names[1].clone();
        let data = browser.directory.path().join("server");
        let listen = format!("{}:0", Namespaces::ADDRESSES[1]);
        let (program, address, fingerprint) = run(&namespace, &listen, &data);
        Server { program, namespace, data, address, fingerprint }
    }

    /// Ends it at once, as a machine that loses its power does.
    pub(super) fn kill(&mut self) {
        self.program.kill();
    }

    /// Starts it again where it was.
    pub(super) fn start_again(&mut self) {
        let (program, address, fingerprint) = run(&self.namespace, &self.address, &self.data);
        assert_eq!((&address, &fingerprint), (&self.address, &self.fingerprint));
        self.program = program;
    }
}

/// Runs it: its process, its address and its certificate's fingerprint, as it prints them.
fn run(namespace: &str, listen: &str, data: &std::path::Path) -> (RunningProgram, String, String) {
    let data = data.display().to_string();
    let server = programs::server(&["--listen", listen, "--data", &data]);
    let program = RunningProgram::start(Namespaces::inside_of(namespace, &server));
    let value = |prefix: &str| {
        let line = program.output.recv_timeout(PATIENCE).expect("a line");
        line.strip_prefix(prefix).unwrap_or_else(|| panic!("{line}")).to_owned()
    };
    let (address, fingerprint) = (value("listening on "), value("certificate sha-256 "));
    (program, address, fingerprint)
}
