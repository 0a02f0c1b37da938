//! What is to be done with connections, and by when.

use std::collections::BTreeSet;

use roomrtc_core::base::Time;

use crate::hub::ConnectionId;

/// Which connections wait for what.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// Connections from which something may be read.
    pub(super) active: BTreeSet<ConnectionId>,
    /// How often connections that are opening may still be read in this turn of the loop.
    pub(super) opening_reads: usize,
    /// Connections from which nothing is read until an operation on the accounts is done.
    pub(super) paused: BTreeSet<ConnectionId>,
    /// When it is looked whether other programs have changed accounts and could not say so.
    pub(super) changes_at: Time,
    /// Connections that have not said what they want, by when they are dropped.
    pub(super) openings: BTreeSet<(Time, ConnectionId)>,
    /// Connections that only wait for their peer to read the rest, by when they are dropped.
    pub(super) lingering: BTreeSet<(Time, ConnectionId)>,
}
