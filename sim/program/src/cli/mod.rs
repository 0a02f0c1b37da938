//! The command line.

mod arguments;
mod replay_options;
mod run_options;
mod seed_range;
mod selection;
mod show_options;
mod shrink_options;
mod subcommand;
mod sweep_options;
#[cfg(feature = "view")]
mod view_options;

pub(crate) use arguments::Arguments;
pub(crate) use replay_options::ReplayOptions;
pub(crate) use run_options::RunOptions;
pub(crate) use seed_range::SeedRange;
pub(crate) use selection::Selection;
pub(crate) use show_options::ShowOptions;
pub(crate) use shrink_options::ShrinkOptions;
pub(crate) use subcommand::Subcommand;
pub(crate) use sweep_options::SweepOptions;
#[cfg(feature = "view")]
pub(crate) use view_options::ViewOptions;
