//! The jitter buffers: packets held, and what is waited for.

use eframe::egui::{Align2, FontId, Painter, Pos2, Rect, Response, Stroke, Ui, WidgetInfo};
use roomrtc_sim::trace::{PacketClass, Place};

use super::thinning::thinned;
use super::{Axis, Palette};
use crate::buffer::{BufferPoint, BufferSeries};
use crate::viewer::Viewer;

/// Points of the height of a plot.
pub(super) const HEIGHT: f32 = 62.0;

/// Draws the jitter buffers of all hosts, in `rect`.
pub(super) fn buffers(ui: &Ui, viewer: &Viewer, axis: &Axis, rect: Rect, response: &Response) {
    let mut told = String::from("Jitter buffers at the cursor");
    for (index, buffer) in viewer.timeline().buffers.iter().enumerate() {
        let top = rect.top() + HEIGHT * index as f32;
        let row = Rect::from_x_y_ranges(rect.x_range(), top..=top + HEIGHT - 4.0);
        let name = viewer.timeline().name(Place::Host(buffer.host));
        draw(ui, buffer, &name, axis, row);
        told.push_str(&format!("; {name}: {}", text(buffer.at(viewer.cursor()))));
    }
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Figure, true, &told));
}

/// A jitter buffer in words.
pub(super) fn text(point: Option<&BufferPoint>) -> String {
    let Some(point) = point else { return "nothing has come yet".to_owned() };
    let state = point.state;
    let waits = match point.waits_for() {
        Some(number) => format!(", waits for RTP {number}"),
        None => String::new(),
    };
    let key = if state.is_awaiting_key_frame { ", needs a key frame" } else { "" };
    format!("{} packets, {} whole frames{waits}{key}", state.packets, state.frames)
}

fn draw(ui: &Ui, buffer: &BufferSeries, name: &str, axis: &Axis, row: Rect) {
    let palette = Palette::of(ui.visuals());
    let painter = ui.painter_at(row);
    let points = buffer.between(axis.from, axis.until());
    let most = points.iter().map(|point| point.state.packets).max().unwrap_or(0).max(1);
    let place = Pos2::new(row.left() + 6.0, row.top() + 10.0);
    let label = |place, text: String, size| {
        painter.text(place, Align2::LEFT_CENTER, text, FontId::proportional(size), palette.text);
    };
    label(place, format!("{name} jitter buffer"), 11.0);
    label(Pos2::new(place.x, place.y + 14.0), format!("0 to {most} packets"), 9.0);
    let plot = Rect::from_x_y_ranges(axis.x, row.y_range());
    painter.rect_filled(plot, 2.0, ui.visuals().extreme_bg_color);
    curve(&painter.with_clip_rect(plot), points, most, axis, plot, palette);
}

/// The packets held as a line of steps, above a strip that is red while a packet is waited for and
/// amber while frames are dropped up to a key frame.
fn curve(
    painter: &Painter,
    points: &[BufferPoint],
    most: usize,
    axis: &Axis,
    plot: Rect,
    palette: Palette,
) {
    let height = |packets: usize| {
        plot.bottom() - 6.0 - (plot.height() - 10.0) * packets as f32 / most as f32
    };
    let (mut line, points) = (Vec::new(), thinned(points, axis));
    for (index, (begin, point)) in points.iter().enumerate() {
        let begin = *begin;
        let next = points.get(index + 1).map_or(axis.x.max, |(next, _)| *next);
        let y = height(point.state.packets);
        line.extend([Pos2::new(begin, y), Pos2::new(next, y)]);
        let strip = match (point.waits_for(), point.state.is_awaiting_key_frame) {
            (Some(_), _) => palette.lost,
            (None, true) => palette.cursor,
            (None, false) => continue,
        };
        let bottom = (plot.bottom() - 5.0)..=plot.bottom();
        painter.rect_filled(Rect::from_x_y_ranges(begin..=next, bottom), 0.0, strip);
    }
    if line.len() > 1 {
        painter.line(line, Stroke::new(1.2, palette.packet(PacketClass::Rtp, false)));
    }
}
