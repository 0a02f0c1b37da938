//! The version of the protocol.

/// The version that this library speaks. It goes up with every change that an older peer would
/// not understand; keys and types that a peer may ignore or refuse do not change it. The first
/// had neither `HELLO` nor this number; the second did not number calls.
pub const PROTOCOL_VERSION: u32 = 3;
