//! The whole command line.

use clap::Parser;

use super::Subcommand;

/// Calls in a virtual network: the same core as in production, one seed, the same bytes every time.
#[derive(Clone, Debug, Parser)]
#[command(name = "roomrtc-sim", version, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) subcommand: Subcommand,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
