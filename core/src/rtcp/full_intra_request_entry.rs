//! One entry of a full intra request.

/// One stream that shall send a decoder refresh point, RFC 5104 section 4.3.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullIntraRequestEntry {
    /// The stream.
    pub ssrc: u32,
    /// One more with each new request; a repetition has the same.
    pub sequence_number: u8,
}
