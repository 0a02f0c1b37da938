//! What the program can do.

#[cfg(feature = "view")]
use super::ViewOptions;
use super::{ReplayOptions, RunOptions, ShowOptions, ShrinkOptions, SweepOptions};

/// What the program can do.
#[derive(Clone, Debug, clap::Subcommand)]
pub(crate) enum Subcommand {
    /// Name the scenarios, with a line each.
    List,
    /// Print a scenario.
    Show(ShowOptions),
    /// Run a scenario from one seed and tell what happened.
    Run(RunOptions),
    /// Run a scenario from many seeds and tell which fail.
    Sweep(SweepOptions),
    /// Find the smallest set of faults with which a run still fails.
    Shrink(ShrinkOptions),
    /// Do a recorded call again and compare: 0 if it is the same, 3 if it differs, 2 if the file
    /// cannot be read.
    Replay(ReplayOptions),
    /// Open a window on a run from one seed: packets, states, jitter buffers and what each loss caused,
    /// on a timeline.
    #[cfg(feature = "view")]
    View(ViewOptions),
}
