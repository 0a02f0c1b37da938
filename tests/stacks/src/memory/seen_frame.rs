//! A frame that came out of an end.

/// A frame that came out of an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenFrame {
    /// Whether the end takes it for a key frame.
    pub is_key_frame: bool,
    /// Whether the end says that it can be decoded.
    pub is_decodable: bool,
    /// Its bytes.
    pub data: Vec<u8>,
}
