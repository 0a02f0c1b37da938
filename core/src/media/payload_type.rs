//! A negotiated payload type.

use super::PayloadFormat;
use crate::rtp::MediaClock;

/// One payload type of a media section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayloadType {
    /// Its number, 0 to 127.
    pub number: u8,
    /// The clock of its timestamps.
    pub clock: MediaClock,
    /// What it carries.
    pub format: PayloadFormat,
}
