//! The command line.

use std::path::PathBuf;

use clap::Parser;

use super::command::Command;
use super::settings::Settings;

/// The signalling server of Room RTC.
///
/// Every setting is a flag and, with underscores for hyphens, a key of the settings file. Flags win.
/// Exits with 0 when all went well, with 1 when something went wrong, and with 2 when the command
/// line is wrong.
#[derive(Debug, Parser)]
#[command(name = "roomrtc-server", version)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// File of settings, in TOML
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    #[command(flatten, next_help_heading = "Settings")]
    pub(crate) settings: Settings,
}
