//! Keys that are pressed.

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Keycode};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::wrapper::ConnectionExt as _;

use super::Display;

/// The symbol of the shift key, X11's `keysymdef.h`.
const SHIFT: u32 = 0xffe1;

/// The symbol of the control key.
pub(super) const CONTROL: u32 = 0xffe3;

/// The symbol of the return key.
pub(super) const RETURN: u32 = 0xff0d;

/// The symbol of the tabulator.
pub(super) const TABULATOR: u32 = 0xff09;

/// The symbol of the space bar.
pub(super) const SPACE: u32 = 0x20;

impl Display {
    /// Presses these keys together, one after the other, and lets go of them.
    pub(super) fn press(&self, symbols: &[u32]) {
        let codes: Vec<Keycode> = symbols.iter().map(|symbol| self.code(*symbol).0).collect();
        for code in &codes {
            self.key(KEY_PRESS_EVENT, *code);
        }
        for code in codes.iter().rev() {
            self.key(KEY_RELEASE_EVENT, *code);
        }
    }

    /// Types a text of ASCII, whose characters are their own symbols.
    pub(super) fn type_text(&self, text: &str) {
        for symbol in text.chars().map(u32::from) {
            match self.code(symbol) {
                (_, true) => self.press(&[SHIFT, symbol]),
                (_, false) => self.press(&[symbol]),
            }
        }
    }

    fn key(&self, kind: u8, code: Keycode) {
        let sent = self.connection.xtest_fake_input(kind, code, CURRENT_TIME, self.root(), 0, 0, 0);
        sent.expect("sent").check().expect("a key");
        self.connection.sync().expect("it is done");
    }

    /// The key with this symbol, and whether it takes Shift.
    fn code(&self, symbol: u32) -> (Keycode, bool) {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = self.connection.get_keyboard_mapping(first, last - first + 1).expect("sent");
        let mapping = mapping.reply().expect("a keyboard");
        let each = usize::from(mapping.keysyms_per_keycode);
        let index = mapping.keysyms.iter().position(|known| *known == symbol);
        let index = index.unwrap_or_else(|| panic!("no key has {symbol:#x}"));
        let code = first + Keycode::try_from(index / each).expect("a code");
        (code, index % each == 1)
    }
}
