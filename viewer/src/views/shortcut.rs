//! A key and what it does.

use eframe::egui::{Key, Modifiers};

use crate::viewer::{Action, Direction};

/// A key and what it does.
#[derive(Clone, Debug)]
pub(super) struct Shortcut {
    /// The key as it is written on the sheet.
    pub(super) name: &'static str,
    /// What it does, in a few words.
    pub(super) meaning: &'static str,
    pub(super) modifiers: Modifiers,
    pub(super) key: Key,
    pub(super) action: Action,
}

impl Shortcut {
    fn plain(name: &'static str, meaning: &'static str, key: Key, action: Action) -> Shortcut {
        Shortcut { name, meaning, modifiers: Modifiers::NONE, key, action }
    }

    /// All of them, those with modifiers first, so that they are not taken for those without.
    pub(super) fn all() -> [Shortcut; 16] {
        use Direction::{Backwards, Forwards};
        let own = Shortcut::plain;
        let back = own("Shift+L", "previous loss", Key::L, Action::StepLoss(Backwards));
        [
            Shortcut { modifiers: Modifiers::SHIFT, ..back },
            own("L", "next loss", Key::L, Action::StepLoss(Forwards)),
            own("Space", "play or pause", Key::Space, Action::TogglePlaying),
            own("Right", "next packet", Key::ArrowRight, Action::StepPacket(Forwards)),
            own("Left", "previous packet", Key::ArrowLeft, Action::StepPacket(Backwards)),
            own("Down", "next event", Key::ArrowDown, Action::StepMoment(Forwards)),
            own("Up", "previous event", Key::ArrowUp, Action::StepMoment(Backwards)),
            own("Home", "to the beginning", Key::Home, Action::SeekBeginning),
            own("End", "to the end", Key::End, Action::SeekEnd),
            own("+", "show half of it", Key::Plus, Action::ZoomIn),
            own("-", "show twice of it", Key::Minus, Action::ZoomOut),
            own("0", "show everything", Key::Num0, Action::ZoomToAll),
            own("Page down", "show what is later", Key::PageDown, Action::Pan(800)),
            own("Page up", "show what is earlier", Key::PageUp, Action::Pan(-800)),
            own("?", "these keys", Key::Questionmark, Action::ToggleKeys),
            own("Escape", "select nothing", Key::Escape, Action::Unselect),
        ]
    }
}
