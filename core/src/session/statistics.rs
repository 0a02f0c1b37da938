//! What is known of a session.

use std::collections::BTreeMap;

use super::MediaStatistics;
use crate::base::Time;
use crate::dtls::Connected;
use crate::ice::{ConnectionState, RoundTripTime, SelectedPair};
use crate::srtp::SrtpProfile;

/// Plain values that describe a session at one moment.
#[derive(Clone, Debug)]
pub struct Statistics {
    /// When the handshake was complete; `None` before that.
    pub connected_at: Option<Time>,
    /// The state of the path.
    pub ice_state: ConnectionState,
    /// The pair of candidates in use.
    pub selected_pair: Option<SelectedPair>,
    /// The round-trip time that connectivity and consent checks measure.
    pub path_round_trip: Option<RoundTripTime>,
    /// What the handshake agreed on.
    pub dtls: Option<Connected>,
    /// How often a flight of the handshake was sent again.
    pub dtls_flights_repeated: u64,
    /// The SRTP protection profile in use.
    pub srtp_profile: Option<SrtpProfile>,
    /// By our media, in their order.
    pub media: Vec<MediaStatistics>,
    /// Candidates of the other side that were of no use (TCP, another component, too many), by
    /// reason; only those that occurred.
    pub candidates_ignored: BTreeMap<String, u64>,
    /// Datagrams and packets dropped, by `layer.reason`; only those that occurred.
    pub dropped: BTreeMap<String, u64>,
}
