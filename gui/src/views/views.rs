//! What the views keep from one frame to the next.

use std::sync::Arc;

use eframe::egui::Vec2;

use super::panels::AccountFields;
use super::welcome::WelcomeFields;
use crate::video::{PlaneShader, VideoView};

/// What the views keep from one frame to the next: what is being typed, and the videos.
#[derive(Debug, Default)]
pub struct Views {
    /// The forms of the first screen.
    pub welcome: WelcomeFields,
    /// The forms of the account.
    pub account: AccountFields,
    /// The other side's pictures.
    pub remote: VideoView,
    /// One's own pictures in a call.
    pub own: VideoView,
    /// The pictures of the device check.
    pub preview: VideoView,
    /// How far one's own picture was dragged from its corner.
    pub own_dragged: Vec2,
    /// How high the bar below the picture of a call is, in points; 0 without a call.
    pub bar_below: f32,
    /// Whether the search of people is to have the focus.
    pub wants_search: bool,
}

impl Views {
    /// Nothing typed yet. Without a shader, pictures are converted on the processor.
    pub fn new(shader: Option<Arc<PlaneShader>>) -> Self {
        let view = || VideoView::new(shader.clone());
        Self { remote: view(), own: view(), preview: view(), ..Self::default() }
    }
}
