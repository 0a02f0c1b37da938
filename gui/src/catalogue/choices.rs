//! What there is to choose from, in words.

use roomrtc_core::signaling::UserState;

use super::{Catalogue, Language};
use crate::desktop::{
    Corner, KeyChord, Language as LanguageSetting, Panel, ShortcutCommand, SourceChoice, Theme,
};

impl Catalogue {
    /// A language to choose, by its own name.
    pub fn language_choice(&self, language: LanguageSetting) -> String {
        match language {
            LanguageSetting::System => self.text("settings-language-system", &[]),
            LanguageSetting::English => Language::English.own_name().to_owned(),
            LanguageSetting::Spanish => Language::Spanish.own_name().to_owned(),
        }
    }

    /// The colours.
    pub fn theme(&self, theme: Theme) -> String {
        let key = match theme {
            Theme::System => "settings-theme-system",
            Theme::Light => "settings-theme-light",
            Theme::Dark => "settings-theme-dark",
        };
        self.text(key, &[])
    }

    /// A corner of the picture.
    pub fn corner(&self, corner: Corner) -> String {
        let key = match corner {
            Corner::TopLeft => "corner-top-left",
            Corner::TopRight => "corner-top-right",
            Corner::BottomLeft => "corner-bottom-left",
            Corner::BottomRight => "corner-bottom-right",
        };
        self.text(key, &[])
    }

    /// What pictures are sent of.
    pub fn source_choice(&self, source: &SourceChoice) -> String {
        let key = match source {
            SourceChoice::Camera(camera) => {
                return self.text("source-camera-named", &[("camera", camera.as_str().into())]);
            }
            SourceChoice::AnyCamera => "source-camera",
            SourceChoice::Screen => "source-screen",
            SourceChoice::Window(_) => "source-window",
            SourceChoice::TestCard => "source-test-card",
            SourceChoice::Nothing => "source-none",
        };
        self.text(key, &[])
    }

    /// Whether somebody can be called.
    pub fn user_state(&self, state: UserState) -> String {
        let key = match state {
            UserState::Available => "user-available",
            UserState::Busy => "user-busy",
            UserState::Offline | UserState::Deleted => "user-away",
        };
        self.text(key, &[])
    }

    /// The title of a panel.
    pub fn panel(&self, panel: Panel) -> String {
        let key = match panel {
            Panel::Devices => "device-title",
            Panel::Statistics => "statistics-title",
            Panel::Log => "log-title",
            Panel::Doctor => "doctor-title",
            Panel::SafetyNumber => "safety-title",
            Panel::Settings => "settings-title",
            Panel::Account => "panel-account",
            Panel::Shortcuts => "shortcuts-title",
            Panel::Share => "panel-share",
        };
        self.text(key, &[])
    }

    /// Keys that are pressed together, as they are written on the keyboard.
    pub fn keys(&self, keys: KeyChord) -> String {
        let control = keys.control.then(|| self.text("key-control", &[]));
        let shift = keys.shift.then(|| self.text("key-shift", &[]));
        let key = match keys.key {
            "Escape" => self.text("key-escape", &[]),
            "Enter" => self.text("key-enter", &[]),
            key => key.to_owned(),
        };
        control.into_iter().chain(shift).chain([key]).collect::<Vec<_>>().join("+")
    }

    /// What a shortcut does.
    pub fn shortcut(&self, command: ShortcutCommand) -> String {
        let key = match command {
            ShortcutCommand::Shortcuts => "shortcut-help",
            ShortcutCommand::Back => "shortcut-back",
            ShortcutCommand::Search => "shortcut-search",
            ShortcutCommand::Accept => "shortcut-accept",
            ShortcutCommand::HangUp => "shortcut-hang-up",
            ShortcutCommand::Camera => "shortcut-camera",
            ShortcutCommand::Share => "shortcut-share",
            ShortcutCommand::OwnPicture => "shortcut-own-picture",
            ShortcutCommand::MoveOwnPicture => "shortcut-move-own-picture",
            ShortcutCommand::FullScreen => "shortcut-full-screen",
            ShortcutCommand::Statistics => "shortcut-statistics",
            ShortcutCommand::Log => "shortcut-log",
            ShortcutCommand::SafetyNumber => "shortcut-safety",
            ShortcutCommand::Doctor => "shortcut-doctor",
            ShortcutCommand::Devices => "shortcut-devices",
            ShortcutCommand::Settings => "shortcut-settings",
            ShortcutCommand::ZoomIn => "shortcut-larger",
            ShortcutCommand::ZoomOut => "shortcut-smaller",
            ShortcutCommand::ZoomReset => "shortcut-zoom-reset",
            ShortcutCommand::SaveReport => "shortcut-report",
            ShortcutCommand::Quit => "shortcut-quit",
        };
        self.text(key, &[])
    }
}
