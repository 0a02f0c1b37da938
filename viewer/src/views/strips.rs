//! Everything along the axis of time, one above the other.

use eframe::egui::{Rangef, Rect, Response, Sense, Stroke, Ui, Vec2};

use super::{Axis, Palette, buffers, ladder, lanes, ruler};
use crate::viewer::{Action, Viewer};

/// Points of the row of times.
const RULER: f32 = 18.0;
/// Points of the ladder at least, for each of its lines.
const LEAST: f32 = 60.0;

/// The ladder, the states and the jitter buffers, with the cursor through all of them.
pub(super) fn strips(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    let (width, timeline) = (ui.available_width(), viewer.timeline());
    let lanes_height = lanes::HEIGHT * timeline.lanes.len() as f32;
    let buffers_height = buffers::HEIGHT * timeline.buffers.len() as f32;
    let least = LEAST * timeline.columns.len().max(1) as f32;
    let left = ui.available_height() - RULER - lanes_height - buffers_height - 24.0;
    let row = |ui: &mut Ui, height: f32| {
        ui.allocate_exact_size(Vec2::new(width, height), Sense::click_and_drag())
    };
    let (times, _) = row(ui, RULER);
    let (rungs, ladder_response) = row(ui, left.max(least));
    let (states, lanes_response) = row(ui, lanes_height);
    let (plots, buffers_response) = row(ui, buffers_height);
    let names = Axis::NAMES.min(width / 3.0);
    let x = Rangef::new(times.left() + names, times.right() - 4.0);
    let axis = Axis::new(viewer.visible(), x);
    let all = times.union(plots).union(rungs);
    let palette = Palette::of(ui.visuals());
    ruler::ruler(&ui.painter_at(all), &axis, times, all, palette);
    ladder::ladder(ui, viewer, (&axis, rungs), &ladder_response, actions);
    lanes::lanes(ui, viewer, &axis, states, &lanes_response);
    buffers::buffers(ui, viewer, &axis, plots, &buffers_response);
    draw_cursor(ui, viewer, &axis, all, palette);
    take([&ladder_response, &lanes_response, &buffers_response], &axis, actions);
}

/// What is done with the pointer: dragging moves, and a click goes there; in the ladder it may select.
fn take(responses: [&Response; 3], axis: &Axis, actions: &mut Vec<Action>) {
    for response in &responses[1..] {
        if let Some(place) = response.interact_pointer_pos().filter(|_| response.clicked()) {
            actions.push(Action::Seek(axis.time(place.x)));
        }
    }
    for response in responses {
        let moved = response.drag_delta().x;
        if moved != 0.0 {
            let share = -moved / axis.x.span().max(1.0);
            actions.push(Action::Pan((share * 1_000.0).round() as i32));
        }
    }
}

fn draw_cursor(ui: &Ui, viewer: &Viewer, axis: &Axis, all: Rect, palette: Palette) {
    let x = axis.x(viewer.cursor());
    if axis.x.contains(x) {
        ui.painter_at(all).vline(x, all.y_range(), Stroke::new(1.5, palette.cursor));
    }
}
