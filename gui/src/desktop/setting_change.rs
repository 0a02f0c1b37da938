//! A change of the settings.

use super::{Corner, Language, SourceChoice, Theme};

/// One setting and what it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingChange {
    /// Whether the login is kept when the window closes.
    KeepsLogin(bool),
    /// The colours.
    Theme(Theme),
    /// The language.
    Language(Language),
    /// The size of everything, in percent; brought within the bounds.
    Scale(u16),
    /// What a call begins with.
    Source(SourceChoice),
    /// Whether a call begins with the camera on.
    BeginsWithCamera(bool),
    /// Whether one sees one's own picture in a call.
    ShowsOwnPicture(bool),
    /// Whether one's own picture is shown as in a mirror.
    MirrorsOwnPicture(bool),
    /// Where one's own picture is.
    OwnPictureCorner(Corner),
    /// Whether calls are recorded for the simulator.
    RecordsCalls(bool),
}
