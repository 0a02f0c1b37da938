//! A fault that a packet met.

use std::fmt;
use std::str::FromStr;

use super::{Fate, FaultError};
use crate::network::Name;

/// What one stage of a pipe did to one packet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PacketFault {
    /// The pipe.
    pub pipe: Name,
    /// Which of the packets that the pipe was offered; the first is 1.
    pub ordinal: u64,
    /// 0 is the packet itself. A copy that a stage makes differs from its original in the bit of
    /// that stage, so that no copy's number depends on which others were made.
    pub copy: u32,
    /// The stage of the pipe.
    pub stage: Name,
    /// What it did.
    pub fate: Fate,
}

impl FromStr for PacketFault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<PacketFault, FaultError> {
        let wrong = || FaultError::Form(text.into());
        let (packet, fate) = text.split_once(": ").ok_or_else(wrong)?;
        let words: Vec<&str> = packet.split_whitespace().collect();
        let (pipe, ordinal, copy, stage) = match words[..] {
            [pipe, ordinal, stage] => (pipe, ordinal, "0", stage),
            [pipe, ordinal, "copy", copy, stage] => (pipe, ordinal, copy, stage),
            _ => return Err(wrong()),
        };
        Ok(PacketFault {
            pipe: pipe.parse()?,
            ordinal: ordinal.parse().map_err(|_| wrong())?,
            copy: copy.parse().map_err(|_| wrong())?,
            stage: stage.parse()?,
            fate: fate.parse()?,
        })
    }
}

impl fmt::Display for PacketFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PacketFault { pipe, ordinal, copy, stage, fate } = self;
        match copy {
            0 => write!(f, "{pipe} {ordinal} {stage}: {fate}"),
            copy => write!(f, "{pipe} {ordinal} copy {copy} {stage}: {fate}"),
        }
    }
}
