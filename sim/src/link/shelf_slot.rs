//! A place on the shelf.

use super::travel::Travel;

/// A place for a packet that waits.
#[derive(Clone, Debug, Default)]
pub(super) struct ShelfSlot {
    /// How often it was emptied.
    pub(super) uses: u32,
    pub(super) travel: Option<Travel>,
}
