//! Why the program could not do what was asked.

use std::io::ErrorKind;
use std::path::PathBuf;

use roomrtc_sim::report::capture::CaptureError;
use roomrtc_sim::scenario::format::{OverrideError, ParseError, ResolveError};

/// Why the program could not do what was asked, in a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// No scenario ships under the name, and there is no such file.
    #[error(
        "there is no scenario `{0}`: `roomrtc-sim list` names those there are, and a file is given by its path"
    )]
    UnknownScenario(String),
    /// A file cannot be read.
    #[error("`{path}` cannot be read: {error}", path = .0.display(), error = .1)]
    Read(PathBuf, std::io::Error),
    /// A file cannot be written.
    #[error("`{path}` cannot be written: {error}", path = .0.display(), error = .1)]
    Write(PathBuf, std::io::Error),
    /// A capture cannot be written.
    #[error("`{path}` cannot be written: {error}", path = .0.display(), error = .1)]
    Capture(PathBuf, CaptureError),
    /// A scenario file is wrong.
    #[error("the scenario `{0}` is wrong: {1}")]
    Parse(String, ParseError),
    /// A scenario does not resolve.
    #[error("the scenario `{0}` does not fit: {1}")]
    Resolve(String, ResolveError),
    /// An override is wrong.
    #[error(transparent)]
    Override(#[from] OverrideError),
    /// There is no such case.
    #[error("`{name}` has no case `{case}`: there are {known}")]
    UnknownCase {
        /// The scenario.
        name: String,
        /// What was asked for.
        case: String,
        /// The cases there are.
        known: String,
    },
    /// Files are of one run.
    #[error("`{0}` has {1} cases: choose the one to write files of with `--case 0` to `--case {last}`", last = .1 - 1)]
    ManyCases(String, usize),
    /// Nothing fails.
    #[error("nothing is to be shrunk: `{0}` holds from seed {1}")]
    NothingFails(String, u64),
    /// The faults alone do not bring it about.
    #[error(
        "the {0} faults of this run alone do not make it fail again: the failure needs none of them, or something that is no fault"
    )]
    NotByFaults(usize),
    /// The ledger is full.
    #[error(
        "the network committed {0} faults, which is more than can be shrunk: try a shorter run"
    )]
    TooManyFaults(u64),
    /// There is no window.
    #[cfg(feature = "view")]
    #[error("{0}; `roomrtc-sim run` tells the same run in text, and writes a page with `--report`")]
    Window(#[from] roomrtc_viewer::window::WindowError),
    /// Something cannot be serialized.
    #[error("the {0} cannot be made: {1}")]
    Serialize(&'static str, String),
    /// Standard output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] std::io::Error),
}

impl Failure {
    /// The exit code: that of a usage error.
    pub(crate) fn code(&self) -> u8 {
        2
    }

    /// Whether whoever read the output went away.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Failure::Output(error) if error.kind() == ErrorKind::BrokenPipe)
    }
}
