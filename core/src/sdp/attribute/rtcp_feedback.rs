//! RTCP feedback.

use std::fmt;

/// A feedback message that the writer of a description takes: the value of an `rtcp-fb` attribute
/// without its payload type, RFC 4585 section 4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RtcpFeedback<'a> {
    /// Its type: `nack`, `ccm`, `transport-cc` or another.
    pub kind: &'a str,
    /// What follows the type: `pli`, `fir` or another; empty if nothing does.
    pub parameter: &'a str,
}

impl<'a> RtcpFeedback<'a> {
    /// Generic NACK, RFC 4585 section 6.2.1.
    pub const NACK: RtcpFeedback<'static> = RtcpFeedback { kind: "nack", parameter: "" };

    /// Picture loss indication, RFC 4585 section 6.3.1.
    pub const NACK_PLI: RtcpFeedback<'static> = RtcpFeedback { kind: "nack", parameter: "pli" };

    /// Full intra request, RFC 5104 section 4.3.1.
    pub const CCM_FIR: RtcpFeedback<'static> = RtcpFeedback { kind: "ccm", parameter: "fir" };

    /// Reads an attribute's value: its payload type (`None` for `*`) and the feedback.
    pub(super) fn parse(value: &'a str) -> Option<(Option<u8>, RtcpFeedback<'a>)> {
        let (payload_type, rest) = value.trim_ascii().split_once(' ')?;
        let payload_type = match payload_type {
            "*" => None,
            number => Some(number.parse().ok()?),
        };
        let rest = rest.trim_ascii_start();
        let (kind, parameter) = rest.split_once(' ').unwrap_or((rest, ""));
        let parameter = parameter.trim_ascii_start();
        (!kind.is_empty()).then_some((payload_type, RtcpFeedback { kind, parameter }))
    }
}

impl fmt::Display for RtcpFeedback<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind)?;
        if !self.parameter.is_empty() {
            write!(f, " {}", self.parameter)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_do_not_matter() {
        let pli = RtcpFeedback::NACK_PLI;
        assert_eq!(RtcpFeedback::parse("96 nack pli "), Some((Some(96), pli)));
        assert_eq!(RtcpFeedback::parse(" *  nack   pli"), Some((None, pli)));
        let nack = RtcpFeedback::NACK;
        assert_eq!(RtcpFeedback::parse("96 nack  "), Some((Some(96), nack)));
        assert_eq!((pli.to_string().as_str(), nack.to_string().as_str()), ("nack pli", "nack"));
    }

    #[test]
    fn what_has_no_type_or_number_is_passed_over() {
        for value in ["", "96", "96 ", "x nack", "300 nack"] {
            assert_eq!(RtcpFeedback::parse(value), None, "{value}");
        }
    }
}
