//! How long, and what is written down.

use std::path::PathBuf;

use super::{RecordOptions, Seconds};

/// How long a call lasts, and what is written down of it.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Run")]
pub struct RunOptions {
    /// Hang up after so many seconds of connected call.
    #[arg(long, value_name = "SECONDS")]
    pub seconds: Option<Seconds>,
    /// Write the last decoded picture to this file; of two clients, side by side.
    #[arg(long, value_name = "FILE.png")]
    pub snapshot: Option<PathBuf>,
    /// Write what was measured to this file.
    #[arg(long, value_name = "FILE.json")]
    pub report: Option<PathBuf>,
    /// Write a log to this file.
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Draw keys and every other random value from this number, for a run that can be repeated.
    /// Whoever knows it can read the call.
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// What is recorded.
    #[command(flatten)]
    pub recording: RecordOptions,
}
