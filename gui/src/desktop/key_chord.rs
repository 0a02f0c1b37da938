//! Keys that are pressed together.

/// A key and what is held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyChord {
    /// Whether Control is held; Command on a Mac.
    pub control: bool,
    /// Whether Shift is held. Of no matter where the key is a sign, such as `?`.
    pub shift: bool,
    /// The key: a letter in upper case, a sign, or a name such as `F11`, `Escape`, `Enter`.
    pub key: &'static str,
}

impl KeyChord {
    /// A key alone.
    pub const fn plain(key: &'static str) -> KeyChord {
        KeyChord { control: false, shift: false, key }
    }

    /// A key with Control.
    pub const fn control(key: &'static str) -> KeyChord {
        KeyChord { control: true, shift: false, key }
    }
}
