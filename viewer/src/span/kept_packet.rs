//! The bytes of a packet.

/// The bytes of a packet, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptPacket {
    /// Its UDP payload.
    pub payload: Box<[u8]>,
    /// Of media, the payload without its protection, if the keys are known.
    pub plain: Option<Box<[u8]>>,
}
