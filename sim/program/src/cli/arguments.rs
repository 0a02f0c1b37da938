//! The whole command line.

use clap::Parser;

use super::Subcommand;

/// Calls in a virtual network: the same core as in production, one seed, the same bytes every time.
#[derive(Clone, Debug, Parser)]
#[command(name = "roomrtc-sim", version, subcommand_required = true, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 everything held; 1 a figure or an economy bound was missed; \
2 the command cannot be done; 3 something did not come about that had to; 4 a safety rule was \
broken; 5 a crash; 130 interrupted."
)]
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
