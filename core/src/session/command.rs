//! What an application asks of a peer.

use std::net::{IpAddr, SocketAddr};

use super::{CandidateInit, DescriptionKind, Direction, OutgoingFrame, OutgoingPacket};

/// A command to a peer: plain data, so that a call can be recorded, replayed, generated and
/// shrunk.
#[derive(Clone, Debug)]
pub enum Command<'a> {
    /// A socket is bound to this address of a local interface: a host candidate.
    AddLocalAddress(SocketAddr),
    /// The socket on this address is gone.
    RemoveLocalAddress(SocketAddr),
    /// All sockets have been announced: gathering can complete.
    EndOfLocalAddresses,
    /// Make an offer: an `Event::LocalDescription` follows.
    CreateOffer,
    /// The other side's description. An offer is answered: an `Event::LocalDescription` follows.
    /// An offer that comes while ours is outstanding is refused: whoever is to give way takes its own
    /// back first, by [`Command::Rollback`].
    SetRemoteDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: &'a str,
    },
    /// A trickled candidate of the other side, RFC 8838; or one of
    /// [`super::Event::UnresolvedCandidate`], with an address in the place of its name.
    AddRemoteCandidate(CandidateInit),
    /// Tell the other side candidates on this local address under a name, of multicast DNS
    /// (draft-ietf-mmusic-mdns-ice-candidates), and no address that is behind another. It holds for
    /// what is told from then on, so it belongs before [`Command::AddLocalAddress`].
    NameLocalAddress {
        /// The address to hide.
        address: IpAddr,
        /// The name; whoever asks for it on the link is to be told the address.
        name: String,
    },
    /// A frame to send.
    SendFrame(OutgoingFrame<'a>),
    /// A packet to send, where the session hands over packets.
    SendPacket(OutgoingPacket<'a>),
    /// The decoder of a media of ours cannot continue: ask for a key frame.
    RequestKeyFrame {
        /// The number of our media.
        media: usize,
    },
    /// Restart ICE: the next offer carries new credentials, RFC 8445 section 9.
    RestartIce,
    /// Change what is wanted of the direction of a media of ours. The next offer or answer says so,
    /// RFC 8829 section 4.2.3; until then all stays as it is.
    SetDirection {
        /// The number of our media.
        media: usize,
        /// What to do with it: send, receive, both, or nothing.
        direction: Direction,
    },
    /// Take back our offer that is outstanding, RFC 8829 section 4.1.10.2: all is as before it, and
    /// what the next offer was to bring (a direction, a restart of ICE) it still will.
    Rollback,
    /// End the session: BYE and `close_notify` are sent.
    Close,
}
