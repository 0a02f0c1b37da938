//! The options of `demo`.

use super::{MediaOptions, RunOptions};

/// The options of `demo`.
#[derive(Clone, Debug, clap::Args)]
pub struct DemoOptions {
    /// What is sent.
    #[command(flatten)]
    pub media: MediaOptions,
    /// How long, and what is written down.
    #[command(flatten)]
    pub run: RunOptions,
}
