//! The whole run in one strip: the scrubber.

use eframe::egui::{Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};
use roomrtc_core::base::Time;

use super::{Axis, Palette};
use crate::details::seconds;
use crate::viewer::{Action, Viewer};

/// Points of its height.
const HEIGHT: f32 = 26.0;

/// The whole run with its losses, what is visible of it, and the cursor. A click or a drag goes there.
pub(super) fn overview(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let axis = Axis::new((viewer.timeline().begin, viewer.timeline().end), rect.x_range());
    draw(ui, viewer, &axis, rect);
    let value = viewer.cursor().since(Time::ZERO).as_secs_f64();
    response.widget_info(|| WidgetInfo::slider(true, value, "Time, in seconds"));
    let pointer = response.interact_pointer_pos();
    if let Some(place) = pointer.filter(|_| response.clicked() || response.dragged()) {
        actions.push(Action::Seek(axis.time(place.x)));
    }
    if let Some(place) = response.hover_pos() {
        response.on_hover_text_at_pointer(seconds(axis.time(place.x)));
    }
}

fn draw(ui: &Ui, viewer: &Viewer, axis: &Axis, rect: Rect) {
    let (palette, painter) = (Palette::of(ui.visuals()), ui.painter_at(rect));
    painter.rect_filled(rect, 3.0, ui.visuals().extreme_bg_color);
    let mut last = f32::NEG_INFINITY;
    for lost in &viewer.timeline().losses {
        let x = axis.x(lost.time);
        // Of those that fall on one point, one is enough.
        if x >= last + 1.0 {
            last = x;
            let y = (rect.bottom() - 10.0)..=rect.bottom();
            painter.vline(x, y, Stroke::new(1.0, palette.lost));
        }
    }
    let (from, until) = viewer.visible();
    let visible = Rect::from_x_y_ranges(axis.x(from)..=axis.x(until), rect.y_range());
    painter.rect_stroke(visible, 2.0, Stroke::new(1.0, palette.text), StrokeKind::Inside);
    painter.rect_filled(visible, 2.0, palette.text.gamma_multiply(0.12));
    let cursor = axis.x(viewer.cursor());
    painter.vline(cursor, rect.y_range(), Stroke::new(2.0, palette.cursor));
}
