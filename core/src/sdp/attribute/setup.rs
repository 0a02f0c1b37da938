//! Who begins the DTLS handshake.

use std::fmt;

/// The `setup` attribute, RFC 4145 section 4 and RFC 8842 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setup {
    /// `actpass`: either; only in offers.
    ActivePassive,
    /// `active`: who says it is the DTLS client.
    Active,
    /// `passive`: who says it is the DTLS server.
    Passive,
    /// `holdconn`: neither; not used with DTLS.
    HoldConnection,
}

impl Setup {
    const ALL: [Setup; 4] =
        [Setup::ActivePassive, Setup::Active, Setup::Passive, Setup::HoldConnection];

    /// Reads the attribute's value.
    pub fn parse(value: &str) -> Option<Setup> {
        let value = value.trim_ascii();
        Setup::ALL.into_iter().find(|setup| setup.as_str().eq_ignore_ascii_case(value))
    }

    /// The attribute's value.
    pub const fn as_str(self) -> &'static str {
        match self {
            Setup::ActivePassive => "actpass",
            Setup::Active => "active",
            Setup::Passive => "passive",
            Setup::HoldConnection => "holdconn",
        }
    }
}

impl fmt::Display for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
