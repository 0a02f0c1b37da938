//! Statistics of a peer.

use std::collections::BTreeMap;

use super::{Inspection, MediaStatistics, Peer, Statistics};
use crate::ice;

impl Peer {
    /// What is known of the session now.
    pub fn statistics(&self) -> Statistics {
        Statistics {
            connected_at: self.connected_at,
            ice_state: self.ice.state(),
            ice_role: self.ice.role(),
            checks: self.ice.statistics().clone(),
            selected_pair: self.ice.selected(),
            path_round_trip: self.ice.round_trip_time(),
            dtls_role: self.dtls.as_ref().map(|dtls| dtls.role()),
            dtls: self.agreed,
            dtls_flights_repeated: self.dtls.as_ref().map_or(0, |dtls| dtls.flights_repeated()),
            srtp_profile: self.srtp.as_ref().map(|srtp| srtp.profile),
            media: vec![MediaStatistics {
                sender: self.media.sender_statistics(Self::VIDEO),
                receiver: self.media.receiver_statistics(Self::VIDEO),
            }],
            candidates_ignored: self.candidates_ignored(),
            dropped: self.dropped_by_reason(),
        }
    }

    /// The states of the session's parts now.
    pub fn inspect(&self) -> Inspection {
        Inspection {
            negotiation: self.negotiator.state(),
            ice: self.ice.state(),
            dtls: self.dtls.as_ref().map(|dtls| dtls.state()),
            jitter_buffer: self.media.jitter_buffer_state(Self::VIDEO),
        }
    }

    fn candidates_ignored(&self) -> BTreeMap<String, u64> {
        let rejected = self.ice.statistics().rejected().iter();
        rejected.map(|(reason, count)| ((*reason).to_owned(), *count)).collect()
    }

    /// The candidates of this side that were found so far.
    pub fn local_candidates(&self) -> impl Iterator<Item = &ice::Candidate> {
        self.ice.local_candidates()
    }

    /// The candidates of the other side that can be checked, since the last restart of ICE.
    pub fn remote_candidates(&self) -> impl Iterator<Item = &ice::Candidate> {
        self.ice.remote_candidates()
    }

    fn dropped_by_reason(&self) -> BTreeMap<String, u64> {
        let session = self.dropped.iter().map(|(reason, count)| ("session", reason.name(), count));
        let checks = self.ice.statistics();
        let ice = ice::DropReason::ALL.iter();
        let ice = ice.map(|reason| ("ice", reason.name(), checks.dropped(*reason)));
        let dtls = self.dtls.iter().flat_map(|dtls| dtls.drops().iter());
        let dtls = dtls.map(|(reason, count)| ("dtls", reason.name(), u64::from(count)));
        let media = self.media.drops();
        let media = media.iter().map(|(reason, count)| ("media", reason.name(), u64::from(count)));
        let all = session.chain(ice).chain(dtls).chain(media);
        all.filter(|(_, _, count)| *count > 0)
            .map(|(layer, reason, count)| (format!("{layer}.{reason}"), count))
            .collect()
    }
}
