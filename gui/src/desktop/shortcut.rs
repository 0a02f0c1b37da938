//! Keyboard shortcuts.

use super::{KeyChord, ShortcutCommand};

/// A keyboard shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The keys.
    pub keys: KeyChord,
    /// What they do.
    pub command: ShortcutCommand,
}

impl Shortcut {
    /// All of them, in the order of the sheet. Those without Control mean nothing while one types.
    pub const ALL: [Shortcut; 23] = [
        Shortcut::new(KeyChord::plain("?"), ShortcutCommand::Shortcuts),
        Shortcut::new(KeyChord::plain("F1"), ShortcutCommand::Shortcuts),
        Shortcut::new(KeyChord::plain("Escape"), ShortcutCommand::Back),
        Shortcut::new(KeyChord::control("F"), ShortcutCommand::Search),
        Shortcut::new(KeyChord::control("Enter"), ShortcutCommand::Accept),
        Shortcut::new(KeyChord::control("H"), ShortcutCommand::HangUp),
        Shortcut::new(KeyChord::plain("V"), ShortcutCommand::Camera),
        Shortcut::new(KeyChord::plain("S"), ShortcutCommand::Share),
        Shortcut::new(KeyChord::plain("O"), ShortcutCommand::OwnPicture),
        Shortcut::new(KeyChord::plain("M"), ShortcutCommand::MoveOwnPicture),
        Shortcut::new(KeyChord::plain("F"), ShortcutCommand::FullScreen),
        Shortcut::new(KeyChord::plain("F11"), ShortcutCommand::FullScreen),
        Shortcut::new(KeyChord::control("T"), ShortcutCommand::Statistics),
        Shortcut::new(KeyChord::control("L"), ShortcutCommand::Log),
        Shortcut::new(KeyChord::plain("N"), ShortcutCommand::SafetyNumber),
        Shortcut::new(KeyChord::control("D"), ShortcutCommand::Doctor),
        Shortcut::new(KeyChord::control("K"), ShortcutCommand::Devices),
        Shortcut::new(KeyChord::control(","), ShortcutCommand::Settings),
        Shortcut::new(KeyChord::control("+"), ShortcutCommand::ZoomIn),
        Shortcut::new(KeyChord::control("-"), ShortcutCommand::ZoomOut),
        Shortcut::new(KeyChord::control("0"), ShortcutCommand::ZoomReset),
        Shortcut::new(KeyChord::control("R"), ShortcutCommand::SaveReport),
        Shortcut::new(KeyChord::control("Q"), ShortcutCommand::Quit),
    ];

    const fn new(keys: KeyChord, command: ShortcutCommand) -> Shortcut {
        Shortcut { keys, command }
    }

    /// Whether it works while one types into a field.
    pub const fn works_while_typing(&self) -> bool {
        self.keys.control || matches!(self.keys.key.as_bytes(), [b'F', b'1', ..] | b"Escape")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_keys_do_two_things() {
        for (index, one) in Shortcut::ALL.iter().enumerate() {
            for other in &Shortcut::ALL[index + 1..] {
                assert_ne!(one.keys, other.keys);
            }
        }
    }

    #[test]
    fn letters_mean_nothing_while_one_types() {
        let letters =
            Shortcut::ALL.iter().filter(|one| !one.keys.control && one.keys.key.len() == 1);
        assert!(letters.clone().count() >= 5);
        assert!(letters.into_iter().all(|one| !one.works_while_typing()));
        let search = Shortcut::ALL.iter().find(|one| one.keys.key == "F" && one.keys.control);
        assert!(search.is_some_and(Shortcut::works_while_typing));
    }
}
