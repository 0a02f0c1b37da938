//! The options of `demo`.

use super::{ImpairmentOptions, MediaOptions, RunOptions};

/// The options of `demo`.
#[derive(Clone, Debug, clap::Args)]
pub struct DemoOptions {
    /// What is sent.
    #[command(flatten)]
    pub media: MediaOptions,
    /// Let both tell each other names of multicast DNS in the place of addresses.
    #[arg(long)]
    pub hide_addresses: bool,
    /// What the network between the two is like.
    #[command(flatten)]
    pub impairment: ImpairmentOptions,
    /// How long, and what is written down.
    #[command(flatten)]
    pub run: RunOptions,
}
