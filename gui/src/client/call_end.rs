//! Why a call is over.

use roomrtc_core::signaling::CallEndReason;

/// Why a call is over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallEnd {
    /// This side has hung up.
    #[error("the call was ended here")]
    Here,
    /// The other side has hung up: its session said so.
    #[error("the other side has ended the call")]
    There,
    /// The server says that the call is over.
    #[error("{}", sentence(*.0))]
    Signaled(CallEndReason),
    /// The other side's certificate is not the one its description names.
    #[error(
        "the other side's certificate does not match the fingerprint in its description: somebody \
         may be in between, so nothing was sent"
    )]
    WrongFingerprint,
    /// Offer and answer have no media in common.
    #[error("the two sides have no video format in common: this one has H.264 alone")]
    NothingInCommon,
    /// The handshake failed.
    #[error("the encryption could not be agreed on: {0}")]
    Handshake(String),
    /// There is no way to the other side. What was tried.
    #[error("no way to the other side was found: {0}")]
    NoWay(String),
    /// The other side does not answer any more.
    #[error("the other side no longer answers")]
    Gone,
    /// The other side's description cannot be used.
    #[error("{0}")]
    Description(String),
}

impl CallEnd {
    /// Whether somebody ended a call that worked.
    pub const fn is_regular(&self) -> bool {
        matches!(self, CallEnd::Here | CallEnd::There | CallEnd::Signaled(CallEndReason::HungUp))
    }
}

const fn sentence(reason: CallEndReason) -> &'static str {
    match reason {
        CallEndReason::HungUp => "the other side has hung up",
        CallEndReason::Cancelled => "the caller has given up",
        CallEndReason::NoAnswer => "nobody answered the call",
        CallEndReason::LoggedOut => "the other side has logged out",
        CallEndReason::ConnectionLost => "the other side has lost its connection to the server",
    }
}
