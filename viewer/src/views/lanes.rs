//! The states, a lane each.

use eframe::egui::{Align2, FontId, Pos2, Rect, Response, Ui, WidgetInfo};
use roomrtc_sim::trace::Place;

use super::{Axis, Palette};
use crate::lanes::Lane;
use crate::viewer::Viewer;

/// Points of the height of a lane.
pub(super) const HEIGHT: f32 = 17.0;

/// Draws the states of all hosts, in `rect`.
pub(super) fn lanes(ui: &Ui, viewer: &Viewer, axis: &Axis, rect: Rect, response: &Response) {
    let mut told = String::from("States at the cursor");
    for (index, lane) in viewer.timeline().lanes.iter().enumerate() {
        let top = rect.top() + HEIGHT * index as f32;
        let row = Rect::from_x_y_ranges(rect.x_range(), top..=top + HEIGHT - 2.0);
        let name =
            format!("{} {}", viewer.timeline().name(Place::Host(lane.host)), lane.kind.name());
        draw(ui, lane, &name, axis, row);
        let state = lane.at(viewer.cursor()).map_or("none yet", |change| change.name);
        told.push_str(&format!("; {name}: {state}"));
    }
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Figure, true, &told));
}

fn draw(ui: &Ui, lane: &Lane, name: &str, axis: &Axis, row: Rect) {
    let palette = Palette::of(ui.visuals());
    let (painter, font) = (ui.painter_at(row), FontId::proportional(11.0));
    let place = Pos2::new(row.left() + 6.0, row.center().y);
    painter.text(place, Align2::LEFT_CENTER, name, font.clone(), palette.text);
    let mut last = f32::NEG_INFINITY;
    for (change, next) in lane.between(axis.from, axis.until()) {
        let begin = axis.x(change.time).max(axis.x.min);
        let end = next.map_or(axis.x.max, |next| axis.x(next).min(axis.x.max));
        // Of those that fall on one point, one is enough.
        if end <= last + 0.5 {
            continue;
        }
        last = end;
        let part = Rect::from_x_y_ranges(begin..=end, row.y_range());
        painter.rect_filled(part, 2.0, palette.mood(change.mood));
        let inner = painter.with_clip_rect(part);
        let place = Pos2::new(begin + 4.0, row.center().y);
        inner.text(place, Align2::LEFT_CENTER, change.name, font.clone(), palette.text);
    }
}
