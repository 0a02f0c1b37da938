//! What one sends pictures of.

use serde::{Deserialize, Serialize};

/// What one sends pictures of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceChoice {
    /// The first camera there is.
    #[default]
    AnyCamera,
    /// The camera of this name: numbers change when cameras come and go.
    Camera(String),
    /// The whole screen.
    Screen,
    /// The window that the display server knows by this number. It is not kept in the settings.
    #[serde(skip)]
    Window(u32),
    /// The moving test card.
    TestCard,
    /// Nothing: one sees the other and is not seen.
    Nothing,
}

impl SourceChoice {
    /// Whether it is a camera, whichever.
    pub const fn is_camera(&self) -> bool {
        matches!(self, SourceChoice::AnyCamera | SourceChoice::Camera(_))
    }

    /// Whether it shows the screen or a part of it.
    pub const fn is_screen(&self) -> bool {
        matches!(self, SourceChoice::Screen | SourceChoice::Window(_))
    }
}
