//! Which stream.

/// The name of a stream, chosen by whoever asks for it to be connected. It may be used again
/// once the stream has been closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId(pub u32);
