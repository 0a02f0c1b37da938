//! Why a call did not work.

use crate::client::CallEnd;

/// Why a call did not work, or did not end as it should: one exit code each, as `--help` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerFailure {
    /// No description came that could be taken: the input ended, or the time was up.
    NoDescription,
    /// The other side's description cannot be used, or has no media that both sides can do.
    Description,
    /// No way to the other side was found.
    NoWay,
    /// The encryption could not be agreed on.
    Handshake,
    /// The other side's certificate is not the one that its description names.
    WrongFingerprint,
    /// The call worked, and then the other side no longer answered.
    Gone,
    /// The call was ended here before it worked.
    EndedHere,
    /// The other side ended the call before it worked.
    EndedThere,
}

impl PeerFailure {
    /// What stands at the end of the help.
    pub const HELP: &'static str = "\
Exit codes:
  0   the call worked and was ended by one of its two sides
  1   the call worked, but something else failed: a file that could not be written
  2   it could not begin: a wrong option, a file that cannot be read, a port in use
  3   no description came that could be taken: the input ended, or the time was up
  4   the other side's description cannot be used, or has no video that both sides can do
  5   no way to the other side was found
  6   the encryption could not be agreed on
  7   the other side's certificate is not the one that its description names
  8   the call worked, and then the other side no longer answered
  9   the call was ended here before it worked
  10  the other side ended the call before it worked

What lines say, in and out, is in docs/peer.md.";

    /// Why a call is a failure that ended like this; `None` for one that worked and that somebody
    /// ended.
    pub const fn of(end: &CallEnd, has_worked: bool) -> Option<PeerFailure> {
        match end {
            CallEnd::Here | CallEnd::There | CallEnd::Signaled(_) if has_worked => None,
            CallEnd::Here => Some(PeerFailure::EndedHere),
            CallEnd::There | CallEnd::Signaled(_) => Some(PeerFailure::EndedThere),
            CallEnd::WrongFingerprint => Some(PeerFailure::WrongFingerprint),
            CallEnd::Handshake(_) => Some(PeerFailure::Handshake),
            CallEnd::NoWay(_) => Some(PeerFailure::NoWay),
            CallEnd::Gone => Some(PeerFailure::Gone),
            CallEnd::Description(_) | CallEnd::NothingInCommon => Some(PeerFailure::Description),
        }
    }

    /// What the program returns.
    pub const fn exit_code(self) -> u8 {
        match self {
            PeerFailure::NoDescription => 3,
            PeerFailure::Description => 4,
            PeerFailure::NoWay => 5,
            PeerFailure::Handshake => 6,
            PeerFailure::WrongFingerprint => 7,
            PeerFailure::Gone => 8,
            PeerFailure::EndedHere => 9,
            PeerFailure::EndedThere => 10,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_a_code_of_its_own_in_the_help() {
        let causes = [
            (CallEnd::Description(String::new()), 4),
            (CallEnd::NoWay(String::new()), 5),
            (CallEnd::Handshake(String::new()), 6),
            (CallEnd::WrongFingerprint, 7),
            (CallEnd::Gone, 8),
            (CallEnd::Here, 9),
            (CallEnd::There, 10),
        ];
        for (end, code) in causes {
            let failure = PeerFailure::of(&end, false).expect("a failure");
            assert_eq!(failure.exit_code(), code, "{end}");
            assert!(PeerFailure::HELP.contains(&format!("\n  {code} ")), "{code}");
        }
        assert_eq!(PeerFailure::NoDescription.exit_code(), 3);
    }

    #[test]
    fn only_a_call_that_worked_and_was_ended_is_none() {
        assert_eq!(PeerFailure::of(&CallEnd::Here, true), None);
        assert_eq!(PeerFailure::of(&CallEnd::There, true), None);
        assert_eq!(PeerFailure::of(&CallEnd::Gone, true), Some(PeerFailure::Gone));
    }
}
