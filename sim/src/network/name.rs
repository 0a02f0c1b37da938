//! A short name.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::NameError;

/// The name of a pipe, of a stage in it, or of another part of the world: one word, cheap to copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Arc<str>);

impl Name {
    /// The name `text`, with a hyphen for each character that no name has: white space and colons.
    pub fn new(text: &str) -> Name {
        if text.parse::<Name>().is_ok() {
            return Name(text.into());
        }
        let word: String = text.chars().map(|c| if is_part(c) { c } else { '-' }).collect();
        Name(if word.is_empty() { "-".into() } else { word.into() })
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_part(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && c != ':'
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Name, NameError> {
        if text.is_empty() || !text.chars().all(is_part) {
            return Err(NameError(text.into()));
        }
        Ok(Name(text.into()))
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::new(text)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Name, D::Error> {
        String::deserialize(from)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_word() {
        assert_eq!(Name::new("caller up:1").as_str(), "caller-up-1");
        assert_eq!(Name::new("").as_str(), "-");
        assert_eq!("caller-up".parse(), Ok(Name::new("caller-up")));
        for wrong in ["", "two words", "colon:"] {
            assert_eq!(wrong.parse::<Name>(), Err(NameError(wrong.into())));
        }
    }
}
