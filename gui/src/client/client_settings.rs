//! How a client is set up.

use roomrtc_core::base::Seed;
use roomrtc_core::session::PeerConfig;

use crate::impairment::Impairment;
use crate::recording::CallWriter;

/// How a client is set up.
#[derive(Clone, Debug)]
pub struct ClientSettings {
    /// How the session of each call behaves.
    pub peer: PeerConfig,
    /// What everything random is drawn from; each call has a seed of its own, derived from it.
    pub seed: Seed,
    /// Whether a description is handed out only once it holds all candidates.
    pub no_trickle: bool,
    /// Whether an offer of this side makes way for one of the other side that it meets.
    pub is_polite: bool,
    /// Whether the other side is told names of multicast DNS in the place of our addresses.
    pub hide_addresses: bool,
    /// Where calls are recorded, if they are.
    pub recording: Option<CallWriter>,
    /// What is done to its datagrams on purpose, if anything is.
    pub impairment: Option<Impairment>,
}
