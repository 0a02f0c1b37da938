//! What is recorded of a call.

use std::path::PathBuf;

use roomrtc_sim::recording::Disclosure;

/// What is recorded of a call, to be done again with `roomrtc-sim replay`.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Recording")]
pub struct RecordOptions {
    /// Record the call in this file, so that it can be done again: what came in, when, and what
    /// came of it. Neither keys nor media are in it; addresses and descriptions are.
    #[arg(long, value_name = "FILE.call")]
    pub record: Option<PathBuf>,
    /// Record the media too, in plain text: whoever has the file can see the call.
    #[arg(long, requires = "record")]
    pub record_media: bool,
    /// Record the keys too, and every datagram as it was: whoever has the file can read the call,
    /// all of it, both ways. For calls that are not private, to look into them with other tools.
    #[arg(long, requires = "record")]
    pub record_keys: bool,
}

impl RecordOptions {
    /// How much is recorded.
    pub fn disclosure(&self) -> Disclosure {
        match (self.record_keys, self.record_media) {
            (true, _) => Disclosure::Keys,
            (false, true) => Disclosure::Media,
            (false, false) => Disclosure::Structure,
        }
    }

    /// What the user is to know before a call of which more than its structure is recorded.
    pub fn warning(&self) -> Option<&'static str> {
        match self.disclosure() {
            Disclosure::Structure => None,
            Disclosure::Media => Some(
                "warning: the recording holds the video of both sides in plain text. Whoever has \
                 the file can see the call.",
            ),
            Disclosure::Keys => Some(
                "warning: the recording holds the keys of this call. Whoever has the file can \
                 read the call, all of it, both ways. Give it to nobody who may not, and delete \
                 it when it has served.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Arguments, Subcommand};
    use clap::Parser;

    fn parse(arguments: &[&str]) -> Result<RecordOptions, String> {
        let all = ["roomrtc", "demo"].iter().chain(arguments);
        match Arguments::try_parse_from(all).map_err(|error| error.to_string())?.subcommand {
            Some(Subcommand::Demo(options)) => Ok(options.run.recording),
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn more_is_recorded_only_if_asked_for_and_never_without_a_warning() {
        let plain = parse(&["--record", "x.call"]).expect("valid");
        assert_eq!((plain.disclosure(), plain.warning()), (Disclosure::Structure, None));
        let media = parse(&["--record", "x.call", "--record-media"]).expect("valid");
        assert_eq!(media.disclosure(), Disclosure::Media);
        assert!(media.warning().is_some_and(|text| text.contains("can see the call")));
        let keys = parse(&["--record", "x.call", "--record-keys"]).expect("valid");
        assert_eq!(keys.disclosure(), Disclosure::Keys);
        assert!(keys.warning().is_some_and(|text| text.contains("can read the call")));
    }

    #[test]
    fn without_a_file_nothing_is_recorded() {
        for option in ["--record-media", "--record-keys"] {
            let error = parse(&[option]).expect_err("no file");
            assert!(error.contains("--record <FILE.call>"), "{error}");
        }
    }
}
