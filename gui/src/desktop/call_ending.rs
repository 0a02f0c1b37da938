//! Why a call is over, as it is shown.

use roomrtc_core::signaling::CallEndReason;

use crate::client::CallEnd;

/// Why a call is over, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallEnding {
    /// It was hung up here.
    Here,
    /// It was hung up there.
    There,
    /// The caller gave up before it was accepted.
    Cancelled,
    /// Nobody accepted it in time.
    NoAnswer,
    /// The other side has logged out.
    LoggedOut,
    /// The other side has lost its connection to the server.
    ConnectionLost,
    /// The other side no longer answers.
    Gone,
    /// No way to the other side was found.
    NoWay,
    /// The other side's certificate is not the announced one.
    WrongFingerprint,
    /// The encryption could not be agreed on.
    Handshake,
    /// There is no video format in common.
    NothingInCommon,
    /// The other side's description cannot be used.
    Description,
}

impl CallEnding {
    /// Whether somebody ended a call that worked.
    pub const fn is_regular(self) -> bool {
        matches!(self, CallEnding::Here | CallEnding::There)
    }
}

impl From<&CallEnd> for CallEnding {
    fn from(end: &CallEnd) -> CallEnding {
        match end {
            CallEnd::Here => CallEnding::Here,
            CallEnd::There | CallEnd::Signaled(CallEndReason::HungUp) => CallEnding::There,
            CallEnd::Signaled(CallEndReason::Cancelled) => CallEnding::Cancelled,
            CallEnd::Signaled(CallEndReason::NoAnswer) => CallEnding::NoAnswer,
            CallEnd::Signaled(CallEndReason::LoggedOut) => CallEnding::LoggedOut,
            CallEnd::Signaled(CallEndReason::ConnectionLost) => CallEnding::ConnectionLost,
            CallEnd::WrongFingerprint => CallEnding::WrongFingerprint,
            CallEnd::NothingInCommon => CallEnding::NothingInCommon,
            CallEnd::Handshake(_) => CallEnding::Handshake,
            CallEnd::NoWay(_) => CallEnding::NoWay,
            CallEnd::Gone => CallEnding::Gone,
            CallEnd::Description(_) => CallEnding::Description,
        }
    }
}
