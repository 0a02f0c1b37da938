//! The candidate attribute.

use std::fmt;
use std::str::{FromStr, SplitAsciiWhitespace};

use super::{CandidateAddress, CandidateError, CandidateKind, CandidateTransport, RelatedAddress};

/// A candidate as a session description or a trickled message carries it, RFC 8839 section 5.1.
///
/// Reads from `candidate:…`, with or without `a=`, and displays as `candidate:…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate {
    /// Equal for candidates of one type, base address, server and transport.
    pub foundation: String,
    /// 1 for RTP, or for RTP and RTCP together; 2 for RTCP apart.
    pub component: u16,
    /// The transport protocol.
    pub transport: CandidateTransport,
    /// The priority, RFC 8445 section 5.1.2; never 0.
    pub priority: u32,
    /// The address.
    pub address: CandidateAddress,
    /// The port. Active TCP candidates carry 9, RFC 6544 section 4.5.
    pub port: u16,
    /// The type.
    pub kind: CandidateKind,
    /// What it was derived from, if it says.
    pub related: Option<RelatedAddress>,
    /// Names and values that follow, in their order: `generation`, `ufrag`, `tcptype`,
    /// `network-cost` and others.
    pub extensions: Vec<(String, String)>,
}

impl Candidate {
    /// The longest text of a candidate that is read, in bytes.
    pub const MAXIMUM_LENGTH: usize = 1_024;

    /// Reads the value of the attribute: what follows `candidate:`.
    ///
    /// # Errors
    ///
    /// When the value is too long, or one of the mandatory fields is missing or malformed.
    pub fn parse_value(value: &str) -> Result<Candidate, CandidateError> {
        if value.len() > Candidate::MAXIMUM_LENGTH {
            return Err(CandidateError::TooLong);
        }
        let mut fields = value.split_ascii_whitespace();
        let mut candidate = Candidate {
            foundation: text(&mut fields, "foundation")?.to_owned(),
            component: number(&mut fields, "component")?,
            transport: CandidateTransport::parse(text(&mut fields, "transport")?),
            priority: number(&mut fields, "priority")?,
            address: CandidateAddress::parse(text(&mut fields, "address")?),
            port: number(&mut fields, "port")?,
            kind: kind(&mut fields)?,
            related: None,
            extensions: pairs(fields),
        };
        candidate.take_related()?;
        Ok(candidate)
    }

    /// The value of the first extension of this name.
    pub fn extension(&self, name: &str) -> Option<&str> {
        let found = self.extensions.iter().find(|(candidate, _)| candidate == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The user fragment of the ICE generation it belongs to, if it says.
    pub fn username_fragment(&self) -> Option<&str> {
        self.extension("ufrag")
    }

    /// `active`, `passive` or `so` of a TCP candidate, RFC 6544 section 4.5.
    pub fn tcp_type(&self) -> Option<&str> {
        self.extension("tcptype")
    }

    /// Moves `raddr` and `rport`, which stand first if they are there, out of the extensions.
    fn take_related(&mut self) -> Result<(), CandidateError> {
        if self.extensions.first().is_none_or(|(name, _)| name != "raddr") {
            return Ok(());
        }
        let (_, address) = self.extensions.remove(0);
        if self.extensions.first().is_none_or(|(name, _)| name != "rport") {
            return Err(CandidateError::Missing("related port"));
        }
        let (_, port) = self.extensions.remove(0);
        let port = port.parse().map_err(|_| CandidateError::Malformed("related port"))?;
        self.related = Some(RelatedAddress { address: CandidateAddress::parse(&address), port });
        Ok(())
    }
}

fn text<'a>(
    fields: &mut SplitAsciiWhitespace<'a>,
    name: &'static str,
) -> Result<&'a str, CandidateError> {
    fields.next().ok_or(CandidateError::Missing(name))
}

fn number<T: FromStr>(
    fields: &mut SplitAsciiWhitespace<'_>,
    name: &'static str,
) -> Result<T, CandidateError> {
    text(fields, name)?.parse().map_err(|_| CandidateError::Malformed(name))
}

fn kind(fields: &mut SplitAsciiWhitespace<'_>) -> Result<CandidateKind, CandidateError> {
    match text(fields, "type")? {
        "typ" => Ok(CandidateKind::parse(text(fields, "type")?)),
        _ => Err(CandidateError::Malformed("type")),
    }
}

/// Names and values. A last name without a value is left out.
fn pairs(mut fields: SplitAsciiWhitespace<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    while let (Some(name), Some(value)) = (fields.next(), fields.next()) {
        pairs.push((name.to_owned(), value.to_owned()));
    }
    pairs
}

impl FromStr for Candidate {
    type Err = CandidateError;

    fn from_str(text: &str) -> Result<Candidate, CandidateError> {
        let text = text.trim_ascii();
        let text = text.strip_prefix("a=").unwrap_or(text);
        let value = text.strip_prefix("candidate:").ok_or(CandidateError::Prefix)?;
        Candidate::parse_value(value)
    }
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "candidate:{} {} {}", self.foundation, self.component, self.transport)?;
        write!(f, " {} {} {}", self.priority, self.address, self.port)?;
        write!(f, " typ {}", self.kind)?;
        if let Some(related) = &self.related {
            write!(f, " raddr {} rport {}", related.address, related.port)?;
        }
        self.extensions.iter().try_for_each(|(name, value)| write!(f, " {name} {value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stacks_write_reads_and_writes_back() {
        let texts = [
            "candidate:45977653 1 udp 2122194687 192.0.2.2 40628 typ host generation 0 network-id 1",
            "candidate:1 1 udp 2113937151 bea0056a-4810.local 51254 typ host generation 0 ufrag I0Av",
            "candidate:1 2 tcp 2105524478 10.66.0.1 9 typ host tcptype active",
            "candidate:9 1 udp 1694498815 2001:db8::7 4 typ srflx raddr :: rport 0 network-cost 999",
            "candidate:a+/ 1 sctp 1 192.0.2.2 1 typ elsewhere",
        ];
        for text in texts {
            let candidate: Candidate = text.parse().expect(text);
            assert_eq!(candidate.to_string(), text);
            assert_eq!(format!("a={text}\r\n").parse(), Ok(candidate));
        }
    }

    #[test]
    fn fields_are_told_apart() {
        let text =
            "a=candidate:7 2 UDP 99 10.0.0.1 5 typ srflx raddr 0.0.0.0 rport 9 ufrag ab x y z";
        let candidate: Candidate = text.parse().expect("a candidate");
        assert_eq!(candidate.transport, CandidateTransport::Udp);
        assert_eq!((candidate.component, candidate.priority, candidate.port), (2, 99, 5));
        assert_eq!(candidate.kind, CandidateKind::ServerReflexive);
        assert_eq!(candidate.address.ip(), Some([10, 0, 0, 1].into()));
        assert_eq!(candidate.related.as_ref().map(|related| related.port), Some(9));
        assert_eq!(candidate.username_fragment(), Some("ab"));
        assert_eq!(candidate.extension("x"), Some("y"));
        assert_eq!(candidate.extension("z"), None);
        assert_eq!(candidate.tcp_type(), None);
    }

    #[test]
    fn refusals_say_why() {
        let why = |text: &str| text.parse::<Candidate>().expect_err(text).to_string();
        assert_eq!(why(""), "it does not begin with \"candidate:\"");
        assert_eq!(why("candidate:"), "the foundation is missing");
        assert_eq!(why("candidate:1 x"), "the component is malformed");
        assert_eq!(why("candidate:1 1 udp 5000000000 a 1"), "the priority is malformed");
        assert_eq!(why("candidate:1 1 udp 5 a 65536"), "the port is malformed");
        assert_eq!(why("candidate:1 1 udp 5 a 1 host"), "the type is malformed");
        assert_eq!(why("candidate:1 1 udp 5 a 1 typ host raddr b"), "the related port is missing");
        assert_eq!(
            why(&format!("candidate:{}", "1".repeat(2_000))),
            "it is longer than 1024 bytes"
        );
    }
}
