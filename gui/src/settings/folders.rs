//! Where things are kept.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The folders of this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// What the user has set, and what is remembered.
    pub settings: PathBuf,
    /// Where the files of the log are.
    pub log: PathBuf,
    /// Where recordings of calls are, until the next call.
    pub recordings: PathBuf,
    /// Where the server of "try it here" has its accounts.
    pub server: PathBuf,
    /// Where reports are written to.
    pub reports: PathBuf,
}

impl Folders {
    /// Those that the system has for the user; `None` if it is not known which that are.
    pub fn of_user() -> Option<Folders> {
        let system = etcetera::choose_base_strategy().ok()?;
        let state = system.state_dir().unwrap_or_else(|| system.data_dir()).join("roomrtc");
        Some(Folders {
            settings: system.config_dir().join("roomrtc"),
            log: state.join("log"),
            recordings: state.join("recordings"),
            server: system.data_dir().join("roomrtc").join("server"),
            reports: system.home_dir().to_owned(),
        })
    }

    /// All of them in this folder.
    pub fn under(folder: &Path) -> Folders {
        Folders {
            settings: folder.to_owned(),
            log: folder.join("log"),
            recordings: folder.join("recordings"),
            server: folder.join("server"),
            reports: folder.join("reports"),
        }
    }
}
