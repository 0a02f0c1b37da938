//! The attributes of ICE, RFC 8839 section 5.

use std::time::Duration;

use super::Attributes;
use crate::sdp::Candidate;

impl<'a> Attributes<'a> {
    /// The user fragment.
    pub fn ice_ufrag(&self) -> Option<&'a str> {
        self.token("ice-ufrag")
    }

    /// The password.
    pub fn ice_pwd(&self) -> Option<&'a str> {
        self.token("ice-pwd")
    }

    /// Whether the option is stated. Options are separated by spaces; some write commas.
    pub fn has_ice_option(&self, option: &str) -> bool {
        let separators = [' ', '\t', ','];
        self.values("ice-options").any(|value| value.split(separators).any(|word| word == option))
    }

    /// Whether the writer is a lite agent. Only the session level says so.
    pub fn is_ice_lite(&self) -> bool {
        self.has("ice-lite")
    }

    /// The pacing that the writer's agent proposes, RFC 8839 section 5.8: the time between two
    /// checks. Only the session level says so.
    pub fn ice_pacing(&self) -> Option<Duration> {
        let milliseconds = self.token("ice-pacing")?;
        milliseconds.parse::<u32>().ok().map(|number| Duration::from_millis(number.into()))
    }

    /// The candidates that can be read.
    pub fn candidates(&self) -> impl Iterator<Item = Candidate> + use<'a> {
        self.values("candidate").filter_map(|value| Candidate::parse_value(value).ok())
    }
}
