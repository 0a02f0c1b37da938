//! What is kept from one offer and answer to the next.

use super::Direction;
use crate::media::{PayloadType, RetransmissionType};

/// What is kept from one offer and answer to the next, beside what the negotiator keeps.
#[derive(Clone, Debug, Default)]
pub(super) struct Renegotiation {
    /// Whether the next offer is to restart ICE.
    pub(super) wants_ice_restart: bool,
    /// The candidates told under the credentials of a restart that is offered.
    pub(super) told_for_restart: Vec<String>,
    /// Associations that have ended because nothing used them any more.
    pub(super) associations: u32,
    /// The payload types received by the last agreement.
    pub(super) payload_types: Vec<PayloadType>,
    /// The payload types of retransmissions received by the last agreement.
    pub(super) retransmissions: Vec<RetransmissionType>,
    /// The direction agreed on; `None` before the first agreement.
    pub(super) direction: Option<Direction>,
}
