//! What is kept of a message of STUN.

/// What is kept of a message of STUN, RFC 8489 section 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StunReading {
    /// Its first sixteen bits: class and method.
    pub kind: u16,
    /// Its transaction.
    pub transaction: [u8; 12],
}

impl StunReading {
    /// A binding request.
    pub const REQUEST: u16 = 0x0001;
    /// A binding indication.
    pub const INDICATION: u16 = 0x0011;
    /// A success response to a binding request.
    pub const SUCCESS: u16 = 0x0101;
    /// An error response to a binding request.
    pub const ERROR: u16 = 0x0111;

    pub(super) fn of(payload: &[u8]) -> Option<StunReading> {
        let kind = u16::from_be_bytes(*payload.first_chunk()?);
        let transaction = *payload.get(8..20)?.first_chunk()?;
        Some(StunReading { kind, transaction })
    }

    pub(super) fn label(self) -> &'static str {
        match self.kind {
            StunReading::REQUEST => "STUN request",
            StunReading::INDICATION => "STUN indication",
            StunReading::SUCCESS => "STUN success",
            StunReading::ERROR => "STUN error",
            _ => "STUN",
        }
    }
}
