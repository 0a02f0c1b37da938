//! A packet that waits to be overtaken.

use super::Ticket;

/// A packet that waits to be overtaken.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeldBack {
    pub(super) ticket: Ticket,
    /// How many more have to overtake it.
    pub(super) packets: u32,
}
