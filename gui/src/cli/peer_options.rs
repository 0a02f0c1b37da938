//! The options of `peer`.

use std::path::PathBuf;

use super::{ImpairmentOptions, MediaOptions, NetworkOptions, PeerRole, RunOptions};

/// The options of `peer`.
#[derive(Clone, Debug, clap::Args)]
pub struct PeerOptions {
    /// Which end of the call to be.
    pub role: PeerRole,
    /// Wait until all candidates are known and put them in the description.
    #[arg(long)]
    pub no_trickle: bool,
    /// Write the video received to this file, H.264 in Annex B format.
    #[arg(long, value_name = "FILE.264")]
    pub save: Option<PathBuf>,
    /// What is sent.
    #[command(flatten)]
    pub media: MediaOptions,
    /// How the other end is reached.
    #[command(flatten)]
    pub network: NetworkOptions,
    /// What the network is like.
    #[command(flatten)]
    pub impairment: ImpairmentOptions,
    /// How long, and what is written down.
    #[command(flatten)]
    pub run: RunOptions,
}
