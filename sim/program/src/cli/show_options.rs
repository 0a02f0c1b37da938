//! The options of `show`.

/// The options of `show`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ShowOptions {
    /// A scenario that ships, or the path of a file.
    #[arg(value_name = "NAME|FILE")]
    pub(crate) name: String,
}
