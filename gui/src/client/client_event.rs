//! What a client tells.

use std::time::Duration;

use roomrtc_core::session::{CandidateInit, DescriptionKind};
use roomrtc_core::signaling::client::CallRole;
use roomrtc_core::signaling::{ErrorCode, MessageType, MissedCall, Token, UserState};
use roomrtc_io_mio::{CertificateFingerprint, StreamClosure};
use roomrtc_media::picture::PictureSize;
use roomrtc_media::source::{OpenSourceError, SourceError};

use super::{CallEnd, CallSummary};
use crate::statistics::CallStatistics;

/// What a client tells the application.
#[derive(Clone, Debug)]
pub enum ClientEvent {
    /// The connection to the server stands.
    ServerConnected,
    /// The connection to the server could not be made or is gone, and with it the lobby.
    ServerLost {
        /// Why.
        closure: StreamClosure,
        /// After how long it is tried again, if it is.
        retry: Option<Duration>,
    },
    /// The server has this certificate, and it was taken.
    ServerCertificate(CertificateFingerprint),
    /// The server does not follow the protocol.
    ServerFault(String),
    /// The server says why it closes the connection.
    Dismissed {
        /// Why, for a program.
        code: ErrorCode,
        /// Why, in a sentence.
        text: String,
    },
    /// The account was made.
    Registered,
    /// Logged in.
    LoggedIn {
        /// As whom.
        user: String,
    },
    /// Logged in again by the token of a session: as before, after the connection was lost.
    Resumed {
        /// As whom.
        user: String,
    },
    /// What resumes the login has changed; `None` where nothing does any more.
    Session(Option<Token>),
    /// Logged out, as was asked.
    LoggedOut,
    /// The password was changed.
    PasswordChanged,
    /// The account was deleted, and with it the login.
    AccountDeleted,
    /// The session is over: logging in again takes the password.
    SessionLost,
    /// An invitation was made.
    Invitation {
        /// Whoever has this code can enter as a guest.
        code: Token,
        /// How long it is good.
        lifetime: Duration,
    },
    /// The invitation is void.
    InvitationRevoked,
    /// A call was missed while this user was away or busy.
    MissedCall(MissedCall),
    /// The other users and their states, by name.
    Users(Vec<(String, UserState)>),
    /// The invitation rings at the callee.
    Ringing(String),
    /// A user calls.
    IncomingCall {
        /// Who.
        user: String,
        /// The name that it goes by, if it is a guest.
        name: Option<String>,
    },
    /// The callee declined.
    Rejected(String),
    /// A call that rang ended before it was accepted.
    Missed {
        /// The other party.
        user: String,
        /// Why.
        end: CallEnd,
    },
    /// The server refused a request.
    Refused {
        /// What was asked, if it is of a request.
        request: Option<MessageType>,
        /// Why, for a program.
        code: ErrorCode,
        /// Why, in a sentence.
        text: String,
    },
    /// A command makes no sense now.
    Impossible(String),
    /// The call stands; its session begins.
    CallBegan {
        /// The other party.
        user: String,
        /// Which end this is.
        role: CallRole,
    },
    /// Without a server: a description to hand to the other side.
    LocalDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// Without a server: a candidate to hand to the other side.
    LocalCandidate(CandidateInit),
    /// Without a server: a description of the other side was taken. An offer has found its answer.
    Agreed,
    /// A description of the other side was not taken, which the call survives.
    DescriptionRefused(String),
    /// An offer of ours has made way for one of the other side.
    OfferTakenBack,
    /// A candidate of the other side was refused, which the call survives.
    CandidateRefused(String),
    /// The other side has ended its video: RTCP BYE. The call goes on unless it goes silent.
    StreamEnded,
    /// The first picture of the other side was decoded.
    FirstPicture,
    /// What is sent was opened: the size of its pictures, which may change.
    SourceOpened(PictureSize),
    /// What was to be sent cannot be opened; the call goes on without.
    SourceNotOpened(OpenSourceError),
    /// What was sent has failed: the camera was pulled out. The call goes on without.
    SourceFailed(SourceError),
    /// Nothing is sent any more, as was asked for.
    SourceClosed,
    /// Encrypted media can flow.
    Connected,
    /// Whose certificates the handshake has shown to be at work: by their SHA-256 fingerprints.
    Fingerprints {
        /// That of this side.
        own: CertificateFingerprint,
        /// That of the other side.
        peer: CertificateFingerprint,
    },
    /// A way to the other side was found, for the first time or again.
    PathFound,
    /// The way to the other side is lost. It is looked for again.
    PathLost,
    /// The call goes on, but the server can no longer reach one of the two sides.
    CallDetached,
    /// The server knows of the call again.
    CallRejoined,
    /// How the call is doing.
    Progress(Box<CallSummary>),
    /// What is measured of the call now.
    Statistics(Box<CallStatistics>),
    /// The encoder or the decoder has failed; the call goes on without.
    VideoFault(String),
    /// There is no multicast here: names of candidates mean nothing. The call goes on without.
    NamesFault(String),
    /// The recording of the call has ended early; the call goes on.
    RecordingFault(String),
    /// The client's thread has ended. Unless it was asked to, that is a fault.
    Ended,
}
