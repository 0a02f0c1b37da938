//! A word between the endpoints about the association itself.

use std::fmt;

use super::{AlertDescription, AlertLevel};
use crate::wire::{ByteReader, Truncated};

/// An alert, RFC 5246 section 7.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Alert {
    /// Whether the association ends with it.
    pub level: AlertLevel,
    /// What it says.
    pub description: AlertDescription,
}

impl Alert {
    /// `close_notify`: the sender sends no more.
    pub const CLOSE_NOTIFY: Alert =
        Alert { level: AlertLevel::Warning, description: AlertDescription::CloseNotify };

    /// A fatal alert.
    pub const fn fatal(description: AlertDescription) -> Alert {
        Alert { level: AlertLevel::Fatal, description }
    }

    /// A warning.
    pub const fn warning(description: AlertDescription) -> Alert {
        Alert { level: AlertLevel::Warning, description }
    }

    /// Whether the sender ends the association with it: a fatal alert, or `close_notify`.
    pub fn is_final(self) -> bool {
        self.level == AlertLevel::Fatal || self.description == AlertDescription::CloseNotify
    }

    /// Reads the payload of a record of alerts. An unknown level counts as fatal; more than one
    /// alert in a record is not read.
    ///
    /// # Errors
    /// [`Truncated`] if there are fewer than two bytes.
    pub fn decode(payload: &[u8]) -> Result<Alert, Truncated> {
        let mut reader = ByteReader::new(payload);
        let level = AlertLevel::from_code(reader.u8()?).unwrap_or(AlertLevel::Fatal);
        Ok(Alert { level, description: AlertDescription::from_code(reader.u8()?) })
    }

    /// The payload of a record.
    pub fn encode(self) -> [u8; 2] {
        [self.level.code(), self.description.code()]
    }
}

impl fmt::Display for Alert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            AlertLevel::Fatal => write!(f, "fatal {}", self.description),
            AlertLevel::Warning => write!(f, "warning {}", self.description),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alerts_survive_the_wire() {
        let alert = Alert::fatal(AlertDescription::BadCertificate);
        assert_eq!(alert.encode(), [2, 42]);
        assert_eq!(Alert::decode(&[2, 42]), Ok(alert));
        assert_eq!(Alert::decode(&Alert::CLOSE_NOTIFY.encode()), Ok(Alert::CLOSE_NOTIFY));
        assert_eq!(alert.to_string(), "fatal bad_certificate");
    }

    #[test]
    fn half_an_alert_is_none_and_an_unknown_level_is_fatal() {
        assert!(Alert::decode(&[2]).is_err());
        assert_eq!(Alert::decode(&[9, 40]).map(Alert::is_final), Ok(true));
        assert!(Alert::CLOSE_NOTIFY.is_final());
        assert!(!Alert::warning(AlertDescription::NoRenegotiation).is_final());
    }
}
