//! One's own picture in a call.

use super::{Corner, Settings};

/// How one's own picture is shown in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPicture {
    /// Whether it is shown.
    pub is_shown: bool,
    /// Whether it is shown as in a mirror. A screen never is.
    pub is_mirrored: bool,
    /// Where.
    pub corner: Corner,
}

impl From<&Settings> for OwnPicture {
    fn from(settings: &Settings) -> OwnPicture {
        OwnPicture {
            is_shown: settings.shows_own_picture,
            is_mirrored: settings.mirrors_own_picture,
            corner: settings.own_picture_corner,
        }
    }
}
