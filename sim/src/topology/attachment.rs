//! What an address of a segment belongs to.

/// What an address of a segment belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attachment {
    /// A host, behind the pipe of this index.
    Host { pipe: usize },
    /// The outer side of the NAT of this index.
    Nat(usize),
    /// The STUN server of this index.
    StunServer(usize),
}
