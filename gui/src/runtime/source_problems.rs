//! From what went wrong with a source to what is shown of it.

use roomrtc_media::source::screen::ScreenError;
use roomrtc_media::source::{OpenSourceError, SourceError};

use crate::desktop::SourceProblem;

/// What is shown of a source that cannot be opened.
pub(super) fn not_opened(error: &OpenSourceError) -> SourceProblem {
    match error {
        OpenSourceError::Camera(error) => SourceProblem::from(error),
        OpenSourceError::Screen(error) => screen_problem(error),
        _ => SourceProblem::Other,
    }
}

/// What is shown of a source that has failed.
pub(super) fn failed(error: &SourceError) -> SourceProblem {
    match error {
        SourceError::Camera(error) => SourceProblem::from(error),
        SourceError::Screen(error) => screen_problem(error),
        _ => SourceProblem::Other,
    }
}

/// What is shown of a screen that cannot be taken.
pub(super) const fn screen_problem(error: &ScreenError) -> SourceProblem {
    match error {
        ScreenError::NotBuilt => SourceProblem::NotBuilt,
        ScreenError::Wayland => SourceProblem::Wayland,
        ScreenError::WindowGone => SourceProblem::WindowGone,
        ScreenError::NoDisplay
        | ScreenError::Connect { .. }
        | ScreenError::Format { .. }
        | ScreenError::Failed { .. } => SourceProblem::NoScreen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_media::source::camera::CameraError;

    #[test]
    fn each_fault_is_shown_as_what_it_is() {
        let wayland = OpenSourceError::Screen(ScreenError::Wayland);
        assert_eq!(not_opened(&wayland), SourceProblem::Wayland);
        let gone = SourceError::Screen(ScreenError::WindowGone);
        assert_eq!(failed(&gone), SourceProblem::WindowGone);
        let reason = "unplugged".to_owned();
        let lost = SourceError::Camera(CameraError::Failed { index: 0, reason });
        assert_eq!(failed(&lost), SourceProblem::CameraLost);
        assert_eq!(failed(&SourceError::Over), SourceProblem::Other);
    }
}
