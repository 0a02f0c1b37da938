//! How much of a call a recording holds.

/// How much of a call a recording holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disclosure {
    /// What happened, but neither keys nor media: see the module's documentation.
    #[default]
    Structure,
    /// The content of media too, in plain text. No keys.
    Media,
    /// Everything: the seeds that private keys come from, and every datagram as it was. Whoever has
    /// the file can read the call.
    Keys,
}

impl Disclosure {
    /// All of them, the least first.
    pub const ALL: [Disclosure; 3] = [Disclosure::Structure, Disclosure::Media, Disclosure::Keys];

    /// The number that stands for it in a file.
    pub(super) const fn code(self) -> u8 {
        match self {
            Disclosure::Structure => 0,
            Disclosure::Media => 1,
            Disclosure::Keys => 2,
        }
    }

    /// The one of a number in a file.
    pub(super) fn from_code(code: u8) -> Option<Disclosure> {
        Disclosure::ALL.into_iter().find(|disclosure| disclosure.code() == code)
    }

    /// Whether the content of media is held.
    pub const fn has_media(self) -> bool {
        !matches!(self, Disclosure::Structure)
    }

    /// Whether keys are held, and datagrams as they were.
    pub const fn has_keys(self) -> bool {
        matches!(self, Disclosure::Keys)
    }
}
