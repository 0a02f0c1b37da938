//! Which scenario is meant.

/// Which scenario is meant, with which parameters.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Selection {
    /// A scenario that ships, or the path of a file.
    #[arg(value_name = "NAME|FILE")]
    pub(crate) name: String,
    /// Give a parameter another value; can be said several times.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub(crate) set: Vec<String>,
    /// Only this case: its number, or its values as they are printed.
    #[arg(long, value_name = "CASE")]
    pub(crate) case: Option<String>,
}
