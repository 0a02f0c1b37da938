//! Interactive Connectivity Establishment: finding a path to the peer and keeping consent for it.
//!
//! [`Agent`] implements RFC 8445 (full and lite), trickling (RFC 8838), consent freshness
//! (RFC 7675) and the patience of RFC 8863, for one component of one data stream: everything is
//! bundled (RFC 8843) and RTCP is multiplexed (RFC 5761), so there is one check list.
//!
//! What the RFCs leave open is decided so:
//!
//! * Pacing (RFC 8445 section 14.2): we propose a Ta of 5 ms, the least allowed. A peer that
//!   proposes nothing gets the default of 50 ms. One global Ta over several agents of a process
//!   is not kept: an agent knows only itself.
//! * Retransmission (section 14.3): from 500 ms, the least allowed; a triggered check repairs most
//!   losses earlier.
//! * Sending before nomination (section 12.1): the best valid pair carries data as soon as there
//!   is one, which saves a round trip. In a restart, the old pair carries data until the new one
//!   is nominated.
//! * Nomination (section 8.1.1): at once if no pair of higher priority is still being checked,
//!   otherwise 100 ms and two round trips after the first pair became valid.
//! * Failure (RFC 8863): 39.5 s after the last new pair, if none is valid. A pair is then too late.
//! * A selected pair that goes silent for 16 s (an address is gone) gives way to a valid pair that
//!   was confirmed since; one that does not answer within a second and a round trip after the peer
//!   has turned up at another address (a NAT has changed its mapping) gives way to that. Nothing is
//!   nominated twice in a generation; a nomination that was never answered does not count.
//! * A restart asks the STUN servers again, and keeps the candidates that it finds again. It begins
//!   with the peer's answer: until then nothing changes, and the offer can be taken back. One that
//!   fails leaves the old pair in use.
//! * Gathering (RFC 8489 section 6.2.1): a silent STUN server is asked for 5.5 s where descriptions wait
//!   for the end of gathering, and otherwise for 39.5 s, as a check is: once the end of candidates is
//!   told, none may follow (RFC 8838 section 13).
//! * Consent: a check every 4 to 6 s; disconnected without an answer for 15 s; failed, and silent,
//!   after 30 s. A lite agent measures the requests that it receives instead.
//! * A peer that nominates aggressively (RFC 5245) may nominate several pairs: the one of highest
//!   priority counts; if the selected one has gone silent, the one nominated last.
//!
//! * Names (draft-ietf-mmusic-mdns-ice-candidates): host candidates of an address that has one
//!   ([`Agent::name_local_address`]) are told under it, and what is derived from that address does not
//!   tell it. Candidates of the peer's with a name are given back to the caller, who resolves it.
//! * Families (RFC 8421): addresses of IPv6 and IPv4 take turns in priority, IPv6 first; those of a
//!   smaller reach come last.
//!
//! Left out: TCP candidates, which are skipped and counted as all that are of no use; relays of our
//! own (a peer's are used); and the resolving of names, which takes a network.

mod address;
mod agent;
mod answer;
mod candidate;
mod candidate_kind;
mod candidate_rejection;
mod check_list;
mod config;
mod connection_state;
mod credentials;
mod credentials_error;
mod drop_reason;
mod event;
mod foundation;
mod generation;
mod heard_check;
mod local_candidate;
mod offered_restart;
mod outcome;
mod pair;
mod pair_state;
mod party;
mod path;
mod previous_generation;
mod priority;
mod purpose;
mod query_phase;
mod remote_candidate;
mod remote_parameters;
mod role;
mod round_trip_time;
mod selected_pair;
mod server_query;
mod statistics;
mod transaction;

pub use agent::Agent;
pub use candidate::Candidate;
pub use candidate_kind::CandidateKind;
pub use candidate_rejection::CandidateRejection;
pub use config::Config;
pub use connection_state::ConnectionState;
pub use credentials::Credentials;
pub use credentials_error::CredentialsError;
pub use drop_reason::DropReason;
pub use event::Event;
pub use foundation::Foundation;
pub use remote_parameters::RemoteParameters;
pub use role::Role;
pub use round_trip_time::RoundTripTime;
pub use selected_pair::SelectedPair;
pub use statistics::Statistics;
