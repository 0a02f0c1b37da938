//! Things that are dealt with before going on.

use eframe::egui::{Context, Id, Modal, ScrollArea, Ui};

use super::icon_button;

/// Shows something above everything else, with a title and a way to close it. Whether it was closed: by
/// its button, the escape key or a click beside it.
pub fn dialog(
    context: &Context,
    id: Id,
    title: &str,
    close: &str,
    add_contents: impl FnOnce(&mut Ui),
) -> bool {
    let room = context.content_rect().size();
    let response = Modal::new(id).show(context, |ui| {
        ui.set_width((room.x - 64.0).clamp(200.0, 520.0));
        ui.set_max_height(room.y - 64.0);
        let is_closed = ui
            .horizontal(|ui| {
                let is_closed = icon_button(ui, false, "✖", close).clicked();
                ui.heading(title);
                is_closed
            })
            .inner;
        let height = (room.y - 140.0).max(120.0);
        ScrollArea::vertical().max_height(height).show(ui, add_contents);
        is_closed
    });
    response.inner || response.should_close()
}
