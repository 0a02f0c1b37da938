//! Who made a description.

/// The `o=` line, RFC 8866 section 5.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The user's name, or `-`.
    pub username: &'a str,
    /// The session's number.
    pub session_id: u64,
    /// The version of the description, which grows with each change.
    pub session_version: u64,
    /// The network and address types and the address: `IN IP4 0.0.0.0`.
    pub address: &'a str,
}

impl<'a> Origin<'a> {
    /// Reads the value of an `o=` line.
    pub(super) fn parse(value: &'a str) -> Option<Origin<'a>> {
        let mut fields = value.splitn(4, ' ');
        let username = fields.next()?;
        let session_id = number(fields.next()?)?;
        let session_version = number(fields.next()?)?;
        let address = fields.next()?;
        let is_whole = !username.is_empty() && address.split_ascii_whitespace().count() == 3;
        is_whole.then_some(Origin { username, session_id, session_version, address })
    }
}

/// A number of any length, as RFC 8866 allows; what is too large for 64 bits saturates.
fn number(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stacks_write_is_read() {
        let origin = Origin::parse("mozilla...X-99.0 7355003974943616742 0 IN IP4 0.0.0.0");
        let origin = origin.expect("an origin");
        assert_eq!(origin.username, "mozilla...X-99.0");
        assert_eq!((origin.session_id, origin.session_version), (7_355_003_974_943_616_742, 0));
        assert_eq!(origin.address, "IN IP4 0.0.0.0");
        let long = Origin::parse("- 99999999999999999999999 1 IN IP6 ::1").expect("an origin");
        assert_eq!(long.session_id, u64::MAX);
    }

    #[test]
    fn a_missing_field_is_seen() {
        for value in ["", "-", "- 1 2 IN IP4", "- x 2 IN IP4 0.0.0.0", "- 1  IN IP4 0.0.0.0"] {
            assert_eq!(Origin::parse(value), None, "{value}");
        }
    }
}
