//! The whole command line.

use clap::Parser;

use super::Subcommand;

/// Encrypted video calls between two people.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "roomrtc",
    version,
    subcommand_required = cfg!(not(feature = "window")),
    arg_required_else_help = cfg!(not(feature = "window")),
    after_help = "Without a subcommand, the window opens. To see it work without one, run `roomrtc demo`: \
                  a server and a call between two clients on this machine, without a camera or a window."
)]
pub struct Arguments {
    /// What to do; without one, the window opens.
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,
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
    fn the_help_names_the_demo() {
        let help = Arguments::try_parse_from(["roomrtc", "--help"]).expect_err("help").to_string();
        assert!(help.contains("roomrtc demo"), "{help}");
    }

    #[test]
    fn without_a_subcommand_there_is_the_window_or_help() {
        let parsed = Arguments::try_parse_from(["roomrtc"]);
        if cfg!(feature = "window") {
            assert!(parsed.is_ok_and(|arguments| arguments.subcommand.is_none()));
        } else {
            let help = parsed.expect_err("help").to_string();
            assert!(help.contains("roomrtc demo"), "{help}");
        }
    }
}
