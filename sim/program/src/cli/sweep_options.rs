//! The options of `sweep`.

use super::{SeedRange, Selection};

/// The options of `sweep`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct SweepOptions {
    /// Which scenario.
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The seeds, without the last: `0..100`.
    #[arg(long, value_name = "A..B")]
    pub(crate) seeds: SeedRange,
    /// How many runs at a time; as many as there are processors if absent.
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// Begin no further run after so many seconds.
    #[arg(long, value_name = "SECONDS")]
    pub(crate) seconds: Option<u64>,
}
