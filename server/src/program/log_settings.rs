//! Where the log goes.

use std::path::PathBuf;

use tracing::Level;

/// What is logged, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LogSettings {
    /// The file, instead of standard error.
    pub(crate) file: Option<PathBuf>,
    pub(crate) level: Level,
    /// The size at which the file is set aside, in bytes.
    pub(crate) max_size: u64,
    /// How many files that were set aside are kept.
    pub(crate) set_aside: u32,
}

impl Default for LogSettings {
    fn default() -> LogSettings {
        let max_size = 16 * LogSettings::MIB;
        LogSettings { file: None, level: Level::INFO, max_size, set_aside: 4 }
    }
}

impl LogSettings {
    pub(crate) const MIB: u64 = 1024 * 1024;
}
