//! What is measured of a call, in the words of the W3C.
//!
//! [`CallStatistics`] has the names, units and meanings of Identifiers for WebRTC's Statistics API
//! where it has a word for a thing, so that it can be laid beside a browser's `getStats()`: times in
//! seconds, a `timestamp` in milliseconds since the Unix epoch, objects called as their
//! `RTCStatsType`. What is not known is `null`. [`history`] keeps what was measured so far.
//!
//! Left out: identifiers that refer from one object to another, since there is one of each; codecs.

pub mod history;

mod call_statistics;
mod candidate_pair_statistics;
mod candidate_statistics;
mod inbound_statistics;
mod measuring;
mod media_counts;
mod outbound_statistics;
mod remote_inbound_statistics;
mod transport_statistics;

pub use call_statistics::CallStatistics;
pub use candidate_pair_statistics::CandidatePairStatistics;
pub use candidate_statistics::CandidateStatistics;
pub use inbound_statistics::InboundStatistics;
pub use media_counts::MediaCounts;
pub use outbound_statistics::OutboundStatistics;
pub use remote_inbound_statistics::RemoteInboundStatistics;
pub use transport_statistics::TransportStatistics;
