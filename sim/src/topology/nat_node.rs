//! A NAT in its place.

use crate::nat::Nat;

/// A NAT and the segments on its two sides.
#[derive(Clone, Debug)]
pub(super) struct NatNode {
    pub(super) nat: Nat,
    /// The segment whose hosts it hides.
    pub(super) inside: usize,
    /// The segment in which its outer address is.
    pub(super) outside: usize,
}
