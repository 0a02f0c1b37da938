//! The colours of a theme.

use eframe::egui::{Color32, Theme, Ui};

/// The colours of a theme. Text on any of the surfaces has a contrast of at least 4.5 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub background: Color32,
    /// Cards and bars on it.
    pub surface: Color32,
    /// Controls on those.
    pub control: Color32,
    /// A control under the pointer.
    pub hovered: Color32,
    /// Lines between things.
    pub border: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub weak: Color32,
    /// The one colour that stands out: what to do next.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// All is well.
    pub good: Color32,
    /// Worth a look.
    pub doubtful: Color32,
    /// Wrong, or the end of something.
    pub bad: Color32,
    /// Behind pictures.
    pub stage: Color32,
}

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self {
        background: Color32::from_rgb(0xf3, 0xf5, 0xf9),
        surface: Color32::from_rgb(0xff, 0xff, 0xff),
        control: Color32::from_rgb(0xe9, 0xed, 0xf4),
        hovered: Color32::from_rgb(0xdc, 0xe2, 0xee),
        border: Color32::from_rgb(0xd5, 0xdb, 0xe6),
        text: Color32::from_rgb(0x1b, 0x22, 0x30),
        weak: Color32::from_rgb(0x58, 0x63, 0x77),
        accent: Color32::from_rgb(0x36, 0x5a, 0xd6),
        on_accent: Color32::WHITE,
        good: Color32::from_rgb(0x1b, 0x7a, 0x4b),
        doubtful: Color32::from_rgb(0x8f, 0x5b, 0x00),
        bad: Color32::from_rgb(0xc0, 0x2f, 0x3a),
        stage: Color32::from_rgb(0x16, 0x1a, 0x22),
    };

    /// The dark theme.
    pub const DARK: Self = Self {
        background: Color32::from_rgb(0x14, 0x17, 0x1d),
        surface: Color32::from_rgb(0x1d, 0x21, 0x2a),
        control: Color32::from_rgb(0x2a, 0x30, 0x3c),
        hovered: Color32::from_rgb(0x36, 0x3e, 0x4d),
        border: Color32::from_rgb(0x33, 0x3a, 0x48),
        text: Color32::from_rgb(0xea, 0xee, 0xf6),
        weak: Color32::from_rgb(0xa3, 0xae, 0xc2),
        accent: Color32::from_rgb(0x8f, 0xa8, 0xff),
        on_accent: Color32::from_rgb(0x10, 0x17, 0x2e),
        good: Color32::from_rgb(0x5f, 0xce, 0x97),
        doubtful: Color32::from_rgb(0xf0, 0xb9, 0x56),
        bad: Color32::from_rgb(0xff, 0x8b, 0x8b),
        stage: Color32::from_rgb(0x0b, 0x0d, 0x11),
    };

    /// That of a theme.
    pub fn of_theme(theme: Theme) -> Self {
        match theme {
            Theme::Dark => Self::DARK,
            Theme::Light => Self::LIGHT,
        }
    }

    /// That of what is being drawn.
    pub fn of(ui: &Ui) -> Self {
        if ui.visuals().dark_mode { Self::DARK } else { Self::LIGHT }
    }

    /// A colour thinned out, to lie behind text of the same colour.
    pub fn behind(self, colour: Color32) -> Color32 {
        let mix = |over: u8, under: u8| {
            u8::try_from((u16::from(over) + 6 * u16::from(under)) / 7).unwrap_or(u8::MAX)
        };
        let surface = self.surface;
        Color32::from_rgb(
            mix(colour.r(), surface.r()),
            mix(colour.g(), surface.g()),
            mix(colour.b(), surface.b()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2.
    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_surface() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for surface in [palette.background, palette.surface, palette.control] {
                for text in [palette.text, palette.weak] {
                    assert!(contrast(text, surface) >= 4.5, "{text:?} on {surface:?}");
                }
            }
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
            for colour in [palette.accent, palette.good, palette.doubtful, palette.bad] {
                let behind = palette.behind(colour);
                assert!(contrast(colour, palette.surface) >= 4.5, "{colour:?}");
                assert!(contrast(colour, behind) >= 4.0, "{colour:?} on {behind:?}");
                assert!(contrast(palette.text, behind) >= 4.5, "text on {behind:?}");
            }
        }
    }
}
