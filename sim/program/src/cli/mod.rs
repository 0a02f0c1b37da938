//! The command line.

mod arguments;
mod replay_options;
mod subcommand;

pub(crate) use arguments::Arguments;
pub(crate) use replay_options::ReplayOptions;
pub(crate) use subcommand::Subcommand;
