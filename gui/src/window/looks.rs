//! What the window last told egui.

use eframe::egui::{Context, ThemePreference, ViewportCommand};

use crate::catalogue::{Catalogue, Language as Known};
use crate::desktop::{Desktop, Language, Theme};

/// What the window last told egui of theme, size and language, so that it is told only what changes.
#[derive(Debug)]
pub(super) struct Looks {
    theme: Option<Theme>,
    scale: u16,
    is_full_screen: bool,
    language: Language,
    /// The texts in that language.
    pub(super) texts: Catalogue,
}

impl Looks {
    /// Nothing told yet.
    pub(super) fn new(language: Language) -> Self {
        let texts = Catalogue::new(known(language));
        Self { theme: None, scale: 0, is_full_screen: false, language, texts }
    }

    /// Tells what has changed.
    pub(super) fn update(&mut self, context: &Context, desktop: &Desktop) {
        let settings = &desktop.settings;
        if self.theme != Some(settings.theme) {
            self.theme = Some(settings.theme);
            context.set_theme(preference(settings.theme));
        }
        if self.scale != settings.scale {
            self.scale = settings.scale;
            context.set_zoom_factor(f32::from(settings.scale) / 100.0);
        }
        if self.is_full_screen != desktop.is_full_screen {
            self.is_full_screen = desktop.is_full_screen;
            context.send_viewport_cmd(ViewportCommand::Fullscreen(self.is_full_screen));
        }
        if self.language != settings.language {
            self.language = settings.language;
            self.texts = Catalogue::new(known(self.language));
        }
    }
}

const fn preference(theme: Theme) -> ThemePreference {
    match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    }
}

fn known(language: Language) -> Known {
    match language {
        Language::System => Known::of_system(),
        Language::English => Known::English,
        Language::Spanish => Known::Spanish,
    }
}
