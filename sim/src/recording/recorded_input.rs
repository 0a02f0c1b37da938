//! One input of a session, owned.

use std::net::{IpAddr, SocketAddr};

use roomrtc_core::session::{
    CandidateInit, Command, Datagram, DescriptionKind, Direction, Input, OutgoingFrame,
    OutgoingPacket,
};

/// What went into a session. Where a recording leaves content out, something else stands in its
/// place that is as long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordedInput {
    /// Nothing: the step before went on.
    Nothing,
    /// The passing of time.
    Tick,
    /// A datagram.
    Datagram {
        /// The local address it came to.
        local: SocketAddr,
        /// Where it came from.
        remote: SocketAddr,
        /// The two ECN bits, RFC 3168.
        ecn: u8,
        /// Its bytes.
        payload: Vec<u8>,
    },
    /// [`Command::AddLocalAddress`].
    AddLocalAddress(SocketAddr),
    /// [`Command::RemoveLocalAddress`].
    RemoveLocalAddress(SocketAddr),
    /// [`Command::EndOfLocalAddresses`].
    EndOfLocalAddresses,
    /// [`Command::CreateOffer`].
    CreateOffer,
    /// [`Command::SetRemoteDescription`].
    SetRemoteDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// [`Command::AddRemoteCandidate`].
    AddRemoteCandidate(CandidateInit),
    /// [`Command::NameLocalAddress`].
    NameLocalAddress {
        /// The address that is hidden.
        address: IpAddr,
        /// The name it is told under.
        name: String,
    },
    /// [`Command::SendFrame`].
    SendFrame {
        /// The number of the media.
        media: usize,
        /// The RTP timestamp's advance, in units of 90 kHz.
        timestamp: u32,
        /// H.264 in Annex B byte-stream format.
        data: Vec<u8>,
    },
    /// [`Command::SendPacket`].
    SendPacket {
        /// The number of the media.
        media: usize,
        /// The RTP timestamp's advance, in units of the codec's clock.
        timestamp: u32,
        /// The marker bit.
        marker: bool,
        /// The payload.
        payload: Vec<u8>,
    },
    /// [`Command::RequestKeyFrame`], of the media with this number.
    RequestKeyFrame(usize),
    /// [`Command::RestartIce`].
    RestartIce,
    /// [`Command::Close`].
    Close,
    /// [`Command::SetDirection`].
    SetDirection {
        /// The number of the media.
        media: usize,
        /// What is wanted.
        direction: Direction,
    },
    /// [`Command::Rollback`].
    Rollback,
}

impl RecordedInput {
    /// The input as a session takes it; `None` where there is none.
    pub fn as_input(&self) -> Option<Input<'_>> {
        match self {
            RecordedInput::Nothing => None,
            RecordedInput::Tick => Some(Input::Tick),
            RecordedInput::Datagram { local, remote, ecn, payload } => {
                let (local, remote, ecn) = (*local, *remote, *ecn);
                Some(Input::Datagram(Datagram { local, remote, ecn, payload }))
            }
            other => other.as_command().map(Input::Command),
        }
    }

    fn as_command(&self) -> Option<Command<'_>> {
        Some(match self {
            RecordedInput::AddLocalAddress(address) => Command::AddLocalAddress(*address),
            RecordedInput::RemoveLocalAddress(address) => Command::RemoveLocalAddress(*address),
            RecordedInput::EndOfLocalAddresses => Command::EndOfLocalAddresses,
            RecordedInput::NameLocalAddress { address, name } => {
                Command::NameLocalAddress { address: *address, name: name.clone() }
            }
            other => return other.as_call_command(),
        })
    }

    /// The commands that are not about local addresses.
    fn as_call_command(&self) -> Option<Command<'_>> {
        Some(match self {
            RecordedInput::CreateOffer => Command::CreateOffer,
            RecordedInput::SetRemoteDescription { kind, sdp } => {
                Command::SetRemoteDescription { kind: *kind, sdp }
            }
            RecordedInput::AddRemoteCandidate(init) => Command::AddRemoteCandidate(init.clone()),
            RecordedInput::SendFrame { media, timestamp, data } => {
                Command::SendFrame(OutgoingFrame { media: *media, timestamp: *timestamp, data })
            }
            RecordedInput::SendPacket { media, timestamp, marker, payload } => {
                let (media, timestamp, marker) = (*media, *timestamp, *marker);
                Command::SendPacket(OutgoingPacket { media, timestamp, marker, payload })
            }
            RecordedInput::RequestKeyFrame(media) => Command::RequestKeyFrame { media: *media },
            RecordedInput::RestartIce => Command::RestartIce,
            RecordedInput::Close => Command::Close,
            RecordedInput::SetDirection { media, direction } => {
                Command::SetDirection { media: *media, direction: *direction }
            }
            RecordedInput::Rollback => Command::Rollback,
            _ => return None,
        })
    }

    /// What it is, in a word.
    pub const fn name(&self) -> &'static str {
        match self {
            RecordedInput::Nothing => "nothing",
            RecordedInput::Tick => "tick",
            RecordedInput::Datagram { .. } => "datagram",
            RecordedInput::AddLocalAddress(_) => "add-local-address",
            RecordedInput::RemoveLocalAddress(_) => "remove-local-address",
            RecordedInput::EndOfLocalAddresses => "end-of-local-addresses",
            RecordedInput::CreateOffer => "create-offer",
            RecordedInput::SetRemoteDescription { .. } => "set-remote-description",
            RecordedInput::AddRemoteCandidate(_) => "add-remote-candidate",
            RecordedInput::NameLocalAddress { .. } => "name-local-address",
            RecordedInput::SendFrame { .. } => "send-frame",
            RecordedInput::SendPacket { .. } => "send-packet",
            RecordedInput::RequestKeyFrame(_) => "request-key-frame",
            RecordedInput::RestartIce => "restart-ice",
            RecordedInput::Close => "close",
            RecordedInput::SetDirection { .. } => "set-direction",
            RecordedInput::Rollback => "rollback",
        }
    }
}
