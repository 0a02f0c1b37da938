//! An encoded frame to be sent.

/// One access unit to be sent.
#[derive(Clone, Copy, Debug)]
pub struct OutgoingFrame<'a> {
    /// The number of our media.
    pub media: usize,
    /// The RTP timestamp's advance since the session's first frame, in units of the codec's clock
    /// (90 kHz for video). A random offset is added on the wire, RFC 3550 section 5.1.
    pub timestamp: u32,
    /// H.264: NAL units in Annex B byte-stream format, parameter sets included with every IDR.
    pub data: &'a [u8],
}
