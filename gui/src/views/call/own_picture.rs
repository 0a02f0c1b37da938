//! One's own picture, in a corner.

use eframe::egui::{
    Align2, CornerRadius, CursorIcon, FontId, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::desktop::{Action, Corner, CurrentCall, SourceState};
use crate::views::theme::{Palette, space};
use crate::views::{Scene, Views};

/// The largest width, in points.
const WIDTH: f32 = 240.0;

/// Shows one's own picture: a press moves it to the next corner, dragging to the nearest.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    views: &mut Views,
    call: &CurrentCall,
    stage: Rect,
) {
    if !call.own_picture.is_shown {
        return;
    }
    let corner = place(stage, size(views, stage), call.own_picture.corner);
    let here = corner.translate(views.own_dragged);
    let response =
        ui.allocate_rect(here, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Grab);
    let name = scene.text("call-own-move", &[]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    picture(ui, scene, views, call, here);
    let colour = if response.has_focus() { Palette::DARK.accent } else { Palette::DARK.border };
    let stroke = Stroke::new(2.0, colour);
    ui.painter().rect_stroke(here, CornerRadius::same(2), stroke, StrokeKind::Outside);
    moved(scene, views, stage, here, &response);
}

fn moved(scene: &mut Scene<'_>, views: &mut Views, stage: Rect, here: Rect, response: &Response) {
    if response.clicked() {
        scene.act(Action::MoveOwnPicture);
    }
    if response.dragged() {
        views.own_dragged += response.drag_delta();
    }
    if response.drag_stopped() {
        scene.act(Action::PlaceOwnPicture(nearest(stage, here.center())));
        views.own_dragged = Vec2::ZERO;
    }
}

fn picture(ui: &Ui, scene: &Scene<'_>, views: &mut Views, call: &CurrentCall, here: Rect) {
    ui.painter().rect_filled(here, CornerRadius::same(2), Palette::DARK.surface);
    let is_seen =
        call.is_camera_on && views.own.draw(ui, here, call.own_picture.is_mirrored).is_some();
    if is_seen {
        return;
    }
    let text = match call.source {
        _ if !call.is_camera_on => scene.text("call-camera-is-off", &[]),
        SourceState::Off => scene.text("source-none", &[]),
        // The banner says more.
        SourceState::Failed(_) => scene.text("call-own-none", &[]),
        _ => scene.text("device-preview-waiting", &[]),
    };
    let (font, colour) = (FontId::proportional(13.0), Palette::DARK.weak);
    let lines = ui.painter().layout(text, font, colour, here.width() - 2.0 * space::CLOSE);
    let at = Align2::CENTER_CENTER.anchor_size(here.center(), lines.size()).min;
    ui.painter().galley(at, lines, colour);
}

fn size(views: &Views, stage: Rect) -> Vec2 {
    let width = (stage.width() * 0.28).clamp(96.0, WIDTH);
    let shape =
        views.own.size().map_or(9.0 / 16.0, |size| size.height() as f32 / size.width() as f32);
    vec2(width, (width * shape).min(stage.height() * 0.4))
}

/// Where a picture of this size is in a corner of the stage.
fn place(stage: Rect, size: Vec2, corner: Corner) -> Rect {
    let align = match corner {
        Corner::TopLeft => Align2::LEFT_TOP,
        Corner::TopRight => Align2::RIGHT_TOP,
        Corner::BottomLeft => Align2::LEFT_BOTTOM,
        Corner::BottomRight => Align2::RIGHT_BOTTOM,
    };
    align.align_size_within_rect(size, stage.shrink(space::APART))
}

fn nearest(stage: Rect, point: Pos2) -> Corner {
    match (point.x < stage.center().x, point.y < stage.center().y) {
        (true, true) => Corner::TopLeft,
        (false, true) => Corner::TopRight,
        (true, false) => Corner::BottomLeft,
        (false, false) => Corner::BottomRight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn a_picture_goes_to_the_corner_that_it_was_dropped_near() {
        let stage = Rect::from_min_size(pos2(100.0, 50.0), vec2(800.0, 600.0));
        for corner in Corner::ALL {
            let there = place(stage, vec2(200.0, 100.0), corner);
            assert!(stage.contains_rect(there));
            assert_eq!(nearest(stage, there.center()), corner);
        }
    }
}
