//! How a peer is to behave.

use std::net::SocketAddr;
use std::time::Duration;

use crate::crypto::{Certificate, CryptoProvider, Witness, default_provider};
use crate::ice::Role;
use crate::sdp::Direction;
use crate::srtp::SrtpProfile;

/// The settings of a [`super::Peer`]. The default suits a call between two people.
#[derive(Clone, Debug)]
pub struct PeerConfig {
    /// The cryptographic library.
    pub provider: &'static dyn CryptoProvider,
    /// Who sees what the secrets do: a recorder or a replay; nobody by default.
    pub witness: Witness,
    /// The certificate to show; one is drawn from the seed if there is none.
    pub certificate: Option<Certificate>,
    /// The wall clock at [`crate::base::Time::ZERO`]: time since the Unix epoch.
    pub unix_time: Duration,
    /// Whether to be a lite ICE agent, RFC 8445 section 2.5: it only answers checks, so it must be
    /// reachable.
    pub ice_lite: bool,
    /// The ICE role to begin with, whatever offer and answer say of it: where somebody else makes the
    /// call for both sides, both may have made an offer (RFC 8445 section 7.3.1.1). None: that of
    /// offer and answer, RFC 8445 section 6.1.1.
    pub ice_role: Option<Role>,
    /// STUN servers that tell server-reflexive addresses.
    pub stun_servers: Vec<SocketAddr>,
    /// Whether our candidates are told one by one, RFC 8838: then STUN servers are asked for longer,
    /// because no description waits for them.
    pub is_trickling: bool,
    /// SRTP protection profiles, most preferred first.
    pub srtp_profiles: Vec<SrtpProfile>,
    /// Whether, as the DTLS server, to ask for a cookie first, RFC 6347 section 4.2.1.
    pub cookie_exchange: bool,
    /// Bytes of the largest datagram to send, as UDP payload.
    pub largest_datagram: usize,
    /// What to do with video: send, receive, both, or nothing.
    pub video: Direction,
    /// Whether media is handed over as single RTP packets rather than as frames: for selective
    /// forwarding and for tests.
    pub hands_over_packets: bool,
    /// The least time between two key frames that the other side can bring about by asking.
    pub key_frame_interval: Duration,
    /// Whether [`super::Peer::key_log`] gives out the secrets of the session. Whoever has them can
    /// read and forge all of it: never switch this on in a call that is to be private. It is for
    /// captures of simulated and recorded calls.
    pub gives_out_keys: bool,
    /// The shortest playout delay of the jitter buffer.
    pub jitter_floor: Duration,
    /// The longest playout delay of the jitter buffer.
    pub jitter_ceiling: Duration,
}

impl Default for PeerConfig {
    fn default() -> PeerConfig {
        PeerConfig {
            provider: default_provider(),
            witness: Witness::default(),
            certificate: None,
            unix_time: Duration::ZERO,
            ice_lite: false,
            ice_role: None,
            stun_servers: Vec::new(),
            is_trickling: true,
            srtp_profiles: SrtpProfile::ALL.to_vec(),
            cookie_exchange: false,
            largest_datagram: 1_200,
            video: Direction::SendReceive,
            hands_over_packets: false,
            key_frame_interval: Duration::from_millis(300),
            gives_out_keys: false,
            jitter_floor: Duration::ZERO,
            jitter_ceiling: Duration::from_millis(500),
        }
    }
}
