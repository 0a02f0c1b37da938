//! A packet that has not come.

use crate::base::Time;

/// A packet that has not come although a later one has.
#[derive(Clone, Copy, Debug)]
pub(super) struct MissingPacket {
    /// Its extended sequence number.
    pub(super) number: u64,
    /// When the later one came.
    pub(super) noticed: Time,
    /// When it was last asked for.
    pub(super) requested: Option<Time>,
    /// How often it was asked for.
    pub(super) requests: u32,
}
