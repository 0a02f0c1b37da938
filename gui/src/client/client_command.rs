//! What a client is asked to do.

use std::net::SocketAddr;

use roomrtc_core::session::{CandidateInit, DescriptionKind, Direction};
use roomrtc_core::signaling::client::Command;
use roomrtc_media::encoder::EncodedFrame;

use super::{ServerAddress, SourceFactory};
use crate::recording::CallWriter;

/// What other threads ask of a client.
#[derive(Clone, Debug)]
pub enum ClientCommand {
    /// Connect to a signalling server.
    Connect(ServerAddress),
    /// A command to the signalling server: log in, call somebody, accept.
    Signal(Command),
    /// Without a server: begin a call and make the offer, or another one in a call that stands.
    Offer,
    /// Restart ICE: the next offer carries new credentials.
    RestartIce,
    /// Change what is wanted of the direction of the video; the next description says so.
    SetDirection(Direction),
    /// Take back an offer of ours that is not answered yet. Nothing happens where there is none.
    Rollback,
    /// Without a server: the other side's description. An offer begins a call.
    Describe {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// Without a server: a candidate of the other side.
    Candidate(CandidateInit),
    /// A frame to send.
    SendFrame(EncodedFrame),
    /// The decoder cannot go on without a key frame.
    RequestKeyFrame,
    /// Send pictures of this from now on, in this call and those to come; `None` for nothing.
    SetSource(Option<SourceFactory>),
    /// Ask these for our address as others see it, in the calls that begin from here on.
    AskStunServers(Vec<SocketAddr>),
    /// Record the calls that begin from here on there; `None` not to.
    RecordIn(Option<CallWriter>),
    /// Stop (`false`) or resume sending pictures, without a word to the other side.
    TurnCamera(bool),
    /// Tell what is measured of the call: `ClientEvent::Statistics` follows, with or without one.
    Measure,
    /// Tell how the call is doing: `ClientEvent::Progress` follows if there is one.
    Progress,
    /// Let go of the server: the connection is closed and not made again. The call goes on.
    Disconnect,
    /// End the call.
    HangUp,
    /// End the call and the loop. The login is left as it is: its token resumes it later.
    Leave,
    /// End the call, log out and end the loop.
    Stop,
}
