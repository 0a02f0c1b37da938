//! One's own picture in a call.

use super::Corner;

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
