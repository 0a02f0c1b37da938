//! Colours.

use eframe::egui::{Color32, Visuals};
use roomrtc_sim::trace::PacketClass;

use crate::lanes::Mood;

/// The colours of what is drawn, on light or dark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    is_dark: bool,
    pub(super) text: Color32,
    pub(super) faint: Color32,
    pub(super) cursor: Color32,
    pub(super) selected: Color32,
    pub(super) lost: Color32,
}

impl Palette {
    pub(super) fn of(visuals: &Visuals) -> Palette {
        let pick = |dark, light| if visuals.dark_mode { dark } else { light };
        Palette {
            is_dark: visuals.dark_mode,
            text: visuals.text_color(),
            faint: visuals.weak_text_color().gamma_multiply(0.5),
            cursor: pick(Color32::from_rgb(255, 200, 60), Color32::from_rgb(190, 110, 0)),
            selected: pick(Color32::WHITE, Color32::BLACK),
            lost: pick(Color32::from_rgb(255, 90, 90), Color32::from_rgb(200, 20, 20)),
        }
    }

    fn pick(self, dark: [u8; 3], light: [u8; 3]) -> Color32 {
        let [r, g, b] = if self.is_dark { dark } else { light };
        Color32::from_rgb(r, g, b)
    }

    /// The colour of packets of a class, of which a retransmission has its own.
    pub(super) fn packet(self, class: PacketClass, is_retransmission: bool) -> Color32 {
        match (class, is_retransmission) {
            (_, true) => self.pick([200, 130, 255], [130, 40, 190]),
            (PacketClass::Stun, _) => self.pick([110, 180, 255], [20, 90, 190]),
            (PacketClass::Dtls, _) => self.pick([255, 190, 90], [180, 100, 0]),
            (PacketClass::Rtp, _) => self.pick([120, 205, 120], [30, 120, 40]),
            (PacketClass::Rtcp, _) => self.pick([90, 210, 210], [0, 120, 125]),
            (PacketClass::Other, _) => self.faint,
        }
    }

    /// The colour of a state.
    pub(super) fn mood(self, mood: Mood) -> Color32 {
        match mood {
            Mood::Idle => self.pick([70, 70, 78], [205, 205, 210]),
            Mood::Busy => self.pick([90, 80, 30], [250, 230, 150]),
            Mood::Good => self.pick([35, 85, 45], [180, 230, 185]),
            Mood::Bad => self.pick([125, 35, 35], [250, 185, 180]),
        }
    }
}
