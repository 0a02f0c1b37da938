//! aiortc, ready to be called.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::MutexGuard;

use roomrtc_test_programs::{Namespaces, RunningProgram, matrix, prerequisite, programs};

use crate::turn;

/// What the Python environment was made of.
const REQUIREMENTS: &str = include_str!("../requirements.txt");

/// aiortc in its Python environment, and the namespaces for the two ends of a call.
#[derive(Debug)]
pub(super) struct Aiortc {
    python: PathBuf,
    namespaces: Namespaces,
    _turn: MutexGuard<'static, ()>,
}

impl Aiortc {
    /// Finds it; says loudly what is missing if it is not there.
    pub(super) fn find() -> Option<Aiortc> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
        let python = root.join(target).join("interop/venv/bin/python");
        let has_aiortc = Command::new(&python).args(["-c", "import aiortc"]).output();
        if !has_aiortc.is_ok_and(|output| output.status.success()) {
            prerequisite::missing("aiortc", "run `make interop-setup`, which installs it");
            return None;
        }
        match Namespaces::make() {
            Ok(namespaces) => Some(Aiortc { python, namespaces, _turn: turn::wait() }),
            Err(why) => {
                prerequisite::missing("network namespaces", &why);
                None
            }
        }
    }

    /// Starts its end of a call.
    pub(super) fn start(&self, arguments: &[&str]) -> RunningProgram {
        let mut command = Command::new(&self.python);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/interop/aiortc/peer.py"));
        command.args(arguments);
        RunningProgram::start(self.namespaces.inside(0, &command))
    }

    /// Starts our end of a call.
    pub(super) fn start_ours(&self, arguments: &[&str]) -> RunningProgram {
        let arguments = [&["peer"], arguments].concat();
        RunningProgram::start(self.namespaces.inside(1, &programs::roomrtc(&arguments)))
    }
}

/// Notes for the table of peers that this was seen to work.
pub(super) fn record(row: &str) {
    let mut versions = REQUIREMENTS.lines().filter_map(|line| line.strip_prefix("aiortc=="));
    matrix::record("aiortc", versions.next().expect("pinned"), row, "yes");
}
