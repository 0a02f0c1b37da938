//! The whole command line.

use clap::Parser;

use super::Subcommand;

/// Encrypted video calls between two people.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "roomrtc",
    version,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "To see it work, run `roomrtc demo`: a server and a call between two clients on \
                  this machine, without a camera or a window."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub subcommand: Subcommand,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn without_a_subcommand_the_help_names_the_demo() {
        let help = Arguments::try_parse_from(["roomrtc"]).expect_err("help").to_string();
        assert!(help.contains("roomrtc demo"), "{help}");
    }
}
