//! What the user has set.

use serde::{Deserialize, Serialize};

use super::{Corner, Language, SettingChange, SourceChoice, Theme};

/// What the user has set, as it is kept from one start to the next. No secret is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The server that was used last, `host:port`; empty before the first.
    pub server: String,
    /// The name of the user that was logged in last; empty before the first.
    pub user: String,
    /// Whether the login is kept when the window closes.
    pub keeps_login: bool,
    /// The colours.
    pub theme: Theme,
    /// The language.
    pub language: Language,
    /// The size of everything, in percent: [`Settings::LEAST_SCALE`] to [`Settings::MOST_SCALE`].
    pub scale: u16,
    /// What a call begins with.
    pub source: SourceChoice,
    /// Whether a call begins with the camera on.
    pub begins_with_camera: bool,
    /// Whether one sees one's own picture in a call.
    pub shows_own_picture: bool,
    /// Whether one's own picture is shown as in a mirror; the other side never sees it so.
    pub mirrors_own_picture: bool,
    /// Where one's own picture is.
    pub own_picture_corner: Corner,
    /// Whether calls are recorded for the simulator, so that a report can hold the recording. The
    /// recording has no pictures in it.
    pub records_calls: bool,
}

impl Settings {
    /// The smallest scale, in percent.
    pub const LEAST_SCALE: u16 = 50;

    /// The largest scale, in percent.
    pub const MOST_SCALE: u16 = 300;

    /// What a shortcut changes the scale by, in percent.
    pub const SCALE_STEP: u16 = 10;

    /// Sets one of them.
    pub fn change(&mut self, change: SettingChange) {
        match change {
            SettingChange::KeepsLogin(keeps) => self.keeps_login = keeps,
            SettingChange::Theme(theme) => self.theme = theme,
            SettingChange::Language(language) => self.language = language,
            SettingChange::Scale(percent) => {
                self.scale = percent.clamp(Settings::LEAST_SCALE, Settings::MOST_SCALE);
            }
            SettingChange::Source(source) => self.source = source,
            SettingChange::BeginsWithCamera(begins) => self.begins_with_camera = begins,
            SettingChange::ShowsOwnPicture(shows) => self.shows_own_picture = shows,
            SettingChange::MirrorsOwnPicture(mirrors) => self.mirrors_own_picture = mirrors,
            SettingChange::OwnPictureCorner(corner) => self.own_picture_corner = corner,
            SettingChange::RecordsCalls(records) => self.records_calls = records,
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            server: String::new(),
            user: String::new(),
            keeps_login: true,
            theme: Theme::default(),
            language: Language::default(),
            scale: 100,
            source: SourceChoice::default(),
            begins_with_camera: true,
            shows_own_picture: true,
            mirrors_own_picture: true,
            own_picture_corner: Corner::default(),
            records_calls: true,
        }
    }
}
