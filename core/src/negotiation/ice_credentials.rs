//! The credentials of an ICE generation.

use std::fmt;

/// The user fragment and password of one side and one ICE generation, RFC 8839 section 5.4.
#[derive(Clone, PartialEq, Eq)]
pub struct IceCredentials {
    /// The user fragment, 4 to 256 characters.
    pub ufrag: String,
    /// The password, 22 to 256 characters.
    pub pwd: String,
}

impl IceCredentials {
    /// Whether all characters are printable and none parts user names, as those that RFC 8839 section
    /// 5.4 allows; some stacks use others than these.
    pub fn has_valid_characters(&self) -> bool {
        let mut bytes = self.ufrag.bytes().chain(self.pwd.bytes());
        bytes.all(|byte| byte.is_ascii_graphic() && byte != b':')
    }

    /// Whether the lengths are those that RFC 8839 section 5.4 allows.
    pub fn has_valid_lengths(&self) -> bool {
        (4..=256).contains(&self.ufrag.len()) && (22..=256).contains(&self.pwd.len())
    }
}

impl fmt::Debug for IceCredentials {
    /// Never prints the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IceCredentials({}, ..)", self.ufrag)
    }
}
