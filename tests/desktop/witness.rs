//! Who remembers what was opened.

use roomrtc_gui::desktop::DesktopEffect;

/// What a program has opened and not closed since, by the effects of its desktop.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Witness {
    /// The camera, for the preview.
    pub(super) has_preview: bool,
    /// The server of "try it here".
    pub(super) has_server: bool,
    /// The window has closed.
    pub(super) is_closed: bool,
}

impl Witness {
    pub(super) fn see(&mut self, effects: &[DesktopEffect]) {
        for effect in effects {
            match effect {
                DesktopEffect::StartPreview(_) => self.has_preview = true,
                DesktopEffect::StopPreview => self.has_preview = false,
                DesktopEffect::StartLocalServer => self.has_server = true,
                DesktopEffect::StopLocalServer => self.has_server = false,
                DesktopEffect::CloseWindow => {
                    assert!(!std::mem::replace(&mut self.is_closed, true), "it closes once");
                }
                _ => {}
            }
        }
    }
}
