//! What is known of a session.

use std::collections::BTreeMap;

use super::MediaStatistics;
use crate::base::Time;
use crate::dtls::{self, Connected};
use crate::ice::{self, ConnectionState, RoundTripTime, SelectedPair};
use crate::srtp::SrtpProfile;

/// Plain values that describe a session at one moment. By default, of one that has not begun.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// When the handshake was complete; `None` before that.
    pub connected_at: Option<Time>,
    /// The state of the path.
    pub ice_state: ConnectionState,
    /// Who decides which pair is used, RFC 8445 section 2.3.
    pub ice_role: ice::Role,
    /// The connectivity and consent checks sent and received.
    pub checks: ice::Statistics,
    /// The pair of candidates in use.
    pub selected_pair: Option<SelectedPair>,
    /// The round-trip time that connectivity and consent checks measure.
    pub path_round_trip: Option<RoundTripTime>,
    /// Which side of the handshake this is; `None` before the descriptions agree on it.
    pub dtls_role: Option<dtls::Role>,
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
