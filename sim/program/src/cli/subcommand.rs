//! What the program can do.

use super::ReplayOptions;

/// What the program can do.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum Subcommand {
    /// Do a recorded call again and compare: 0 if it is the same, 3 if it differs, 2 if the file
    /// cannot be read.
    Replay(ReplayOptions),
}
