//! How the window is woken.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

/// What wakes the window from any thread, to be drawn once. `Context::request_repaint` would have it drawn
/// twice, in case something has to settle, and a window would draw 60 frames a second for 30 pictures.
pub fn waker(context: &Context) -> Arc<dyn Fn() + Send + Sync> {
    let context = context.clone();
    Arc::new(move || draw_once(&context))
}

/// Has the window drawn once more, soon.
pub(super) fn draw_once(context: &Context) {
    context.request_repaint_after(Duration::from_nanos(1));
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::RawInput;

    fn draws(context: &Context) -> bool {
        let mut ran = context.run_ui(RawInput::default(), |_| ());
        ran.textures_delta.clear();
        let delays = ran.viewport_output.values_mut().map(|output| output.repaint_delay);
        delays.min().is_some_and(|delay| delay < Duration::from_secs(1))
    }

    #[test]
    fn a_window_is_drawn_once_for_each_time_that_it_is_woken() {
        let context = Context::default();
        (0..5).for_each(|_| _ = draws(&context));
        assert!(!context.has_requested_repaint());
        waker(&context)();
        assert!(context.has_requested_repaint());
        assert!(!draws(&context) && !context.has_requested_repaint());
    }
}
