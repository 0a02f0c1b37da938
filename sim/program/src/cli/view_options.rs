//! The options of `view`.

use std::path::PathBuf;

use super::Selection;

/// The options of `view`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ViewOptions {
    /// Which scenario.
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The seed; that of the file if it has one, or else 1.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// Go to the lost packet of which most came, write a picture of the window to this file, and close it.
    #[arg(long, value_name = "FILE.png")]
    pub(crate) screenshot: Option<PathBuf>,
}
