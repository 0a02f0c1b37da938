//! The options of `shrink`.

use std::path::PathBuf;

use super::Selection;

/// The options of `shrink`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ShrinkOptions {
    /// Which scenario.
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The seed of the run that fails; that of the file if it has one, or else 1.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Write what is left to this file as well.
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) out: Option<PathBuf>,
    /// Be content with the best after so many seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    pub(crate) seconds: u64,
}
