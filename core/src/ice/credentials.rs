//! User fragment and password.

use std::fmt;

use super::CredentialsError;
use crate::base::RandomStream;

/// The characters of RFC 8839 section 5.4, 64 of them.
const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The short-term credentials of an agent in one ICE generation, RFC 8445 section 5.3.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    username_fragment: String,
    password: String,
}

impl Credentials {
    /// Credentials as a description has them.
    ///
    /// # Errors
    /// [`CredentialsError`] if the fragment has not 4 to 256 characters, the password not 22 to
    /// 256, or one of the characters is not printable or a colon.
    pub fn new(username_fragment: &str, password: &str) -> Result<Credentials, CredentialsError> {
        let is_valid =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':');
        if !(4..=256).contains(&username_fragment.len()) || !is_valid(username_fragment) {
            return Err(CredentialsError::UsernameFragment);
        }
        if !(22..=256).contains(&password.len()) || !is_valid(password) {
            return Err(CredentialsError::Password);
        }
        Ok(Credentials {
            username_fragment: username_fragment.to_owned(),
            password: password.to_owned(),
        })
    }

    /// Fresh ones: 48 random bits of fragment, 144 of password.
    pub(super) fn generate(random: &mut RandomStream) -> Credentials {
        Credentials {
            username_fragment: text(&random.bytes::<8>()),
            password: text(&random.bytes::<24>()),
        }
    }

    /// The user name fragment: `ice-ufrag`.
    pub fn username_fragment(&self) -> &str {
        &self.username_fragment
    }

    /// The password: `ice-pwd`.
    pub fn password(&self) -> &str {
        &self.password
    }
}

fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(CHARACTERS[usize::from(byte & 63)])).collect()
}

impl fmt::Debug for Credentials {
    /// Never prints the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({}, ..)", self.username_fragment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;

    #[test]
    fn generated_ones_are_valid_and_differ() {
        let mut random = Seed::from_u64(1).stream("ice");
        let [a, b] = [(); 2].map(|()| Credentials::generate(&mut random));
        assert_ne!(a, b);
        assert_eq!(Credentials::new(a.username_fragment(), a.password()), Ok(a.clone()));
        assert!(!format!("{a:?}").contains(a.password()));
    }

    #[test]
    fn short_or_odd_ones_are_refused() {
        let password = "x".repeat(22);
        assert_eq!(Credentials::new("abc", &password), Err(CredentialsError::UsernameFragment));
        assert_eq!(Credentials::new("ab:c", &password), Err(CredentialsError::UsernameFragment));
        assert_eq!(Credentials::new("abcd", &password[1..]), Err(CredentialsError::Password));
    }
}
