//! The server's process.

use std::path::{Path, PathBuf};

use roomrtc_test_programs::{RunningProgram, programs};

use super::PATIENCE;

/// `roomrtc-server` on loopback, with its accounts in a folder.
pub(super) struct Server {
    program: RunningProgram,
    data: PathBuf,
    /// Where it listens: `host:port`.
    pub(super) address: String,
}

impl Server {
    /// What everybody here signs in with.
    pub(super) const PASSWORD: &str = "correct horse";

    /// Starts one that knows these users, on a port that is free.
    pub(super) fn start(folder: &Path, users: &[&str]) -> Server {
        let data = folder.join("server");
        let place = data.display().to_string();
        for user in users {
            let arguments = ["users", "add", user, "--data", &place];
            let mut added = RunningProgram::start(programs::server(&arguments));
            added.write(Server::PASSWORD);
            added.succeed();
        }
        let (program, address) = run("127.0.0.1:0", &data);
        Server { program, data, address }
    }

    /// Ends it at once, as a machine that loses its power does.
    pub(super) fn kill(&mut self) {
        self.program.kill();
    }

    /// Starts it again where it was.
    pub(super) fn start_again(&mut self) {
        let (program, address) = run(&self.address, &self.data);
        assert_eq!(address, self.address);
        self.program = program;
    }
}

/// Runs it: its process and its address, as it prints it.
fn run(listen: &str, data: &Path) -> (RunningProgram, String) {
    let data = data.display().to_string();
    let mut program =
        RunningProgram::start(programs::server(&["--listen", listen, "--data", &data]));
    let Ok(line) = program.output.recv_timeout(PATIENCE) else {
        panic!("no server: {:?}", program.heard());
    };
    let address = line.strip_prefix("listening on ").expect("an address").to_owned();
    (program, address)
}
