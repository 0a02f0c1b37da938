//! What a record carries.

/// The content type of a record, RFC 5246 section 6.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentType {
    /// The single byte that says that the sender's next epoch begins.
    ChangeCipherSpec,
    /// An alert.
    Alert,
    /// Fragments of handshake messages.
    Handshake,
    /// Data of the application.
    ApplicationData,
}

impl ContentType {
    /// The code point.
    pub const fn code(self) -> u8 {
        match self {
            ContentType::ChangeCipherSpec => 20,
            ContentType::Alert => 21,
            ContentType::Handshake => 22,
            ContentType::ApplicationData => 23,
        }
    }

    /// The type of a code point.
    pub const fn from_code(code: u8) -> Option<ContentType> {
        match code {
            20 => Some(ContentType::ChangeCipherSpec),
            21 => Some(ContentType::Alert),
            22 => Some(ContentType::Handshake),
            23 => Some(ContentType::ApplicationData),
            _ => None,
        }
    }
}
