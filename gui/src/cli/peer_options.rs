//! The options of `peer`.

use std::path::PathBuf;

use super::{ImpairmentOptions, MediaOptions, NetworkOptions, PeerRole, RunOptions, Seconds};
use crate::peer::PeerFailure;

/// The options of `peer`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = PeerFailure::HELP)]
pub struct PeerOptions {
    /// Which end of the call to be.
    pub role: PeerRole,
    /// Wait until all candidates are known and put them in the description.
    #[arg(long)]
    pub no_trickle: bool,
    /// Whether an offer of this side makes way for one of the other side that it meets; unless told
    /// otherwise that of `answer` does, and that of `offer` does not.
    #[arg(long, value_name = "true|false")]
    pub polite: Option<bool>,
    /// Give up if the call is not connected after so many seconds.
    #[arg(long, value_name = "SECONDS", default_value = "600")]
    pub patience: Seconds,
    /// Write a JSON line on every decoded picture to this file.
    #[arg(long, value_name = "FILE.jsonl")]
    pub frames: Option<PathBuf>,
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

impl PeerOptions {
    /// Whether an offer of this side makes way for one that it meets.
    pub fn is_polite(&self) -> bool {
        self.polite.unwrap_or(self.role == PeerRole::Answer)
    }
}
