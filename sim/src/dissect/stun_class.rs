//! Classes of STUN messages.

/// The class of a STUN message, RFC 8489 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StunClass {
    /// It asks.
    Request,
    /// It tells, and is not answered.
    Indication,
    /// It answers a request.
    Success,
    /// It refuses a request.
    Error,
}
