//! The options of `call`.

use std::path::PathBuf;

use clap::ArgGroup;

use super::{ImpairmentOptions, MediaOptions, NetworkOptions, RunOptions, ServerOptions};

/// The options of `call`.
#[derive(Clone, Debug, clap::Args)]
#[command(group(ArgGroup::new("whom").required(true).args(["to", "wait"])))]
pub struct CallOptions {
    /// The signalling server.
    #[command(flatten)]
    pub server: ServerOptions,
    /// Log in as this user; an account is made if the name is free.
    #[arg(long)]
    pub user: String,
    /// The user's password.
    #[arg(long)]
    pub password: String,
    /// Call this user.
    #[arg(long, value_name = "USER")]
    pub to: Option<String>,
    /// Wait to be called, and accept.
    #[arg(long)]
    pub wait: bool,
    /// Make an invitation and print it as a link: whoever opens it in a browser can call this user as a
    /// guest, without an account.
    #[arg(long)]
    pub invite: bool,
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
