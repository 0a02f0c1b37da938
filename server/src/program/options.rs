//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Parser;
use tracing::Level;

/// The signalling server of Room RTC.
#[derive(Debug, Parser)]
#[command(name = "roomrtc-server", version)]
pub(crate) struct Options {
    /// Address and port to listen on; port 0 for any that is free
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7000")]
    pub(crate) listen: SocketAddr,

    /// Directory of the accounts; made if it does not exist
    #[arg(long, value_name = "DIR", default_value = "roomrtc-server-data")]
    pub(crate) data: PathBuf,

    /// File to append the log to, instead of standard error
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,

    /// How much to log: error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL", default_value = "info")]
    pub(crate) log_level: Level,
}
