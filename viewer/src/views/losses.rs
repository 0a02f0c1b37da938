//! The list of lost packets.

use eframe::egui::{ScrollArea, Ui};

use crate::details::seconds;
use crate::viewer::{Action, Selection, Viewer};

/// The lost packets, each of which can be gone to.
pub(super) fn losses(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    let all = &viewer.timeline().losses;
    ui.heading(format!("Lost packets: {}", all.len()));
    let height = ui.text_style_height(&eframe::egui::TextStyle::Button) + 4.0;
    let area = ScrollArea::vertical().id_salt("losses").max_height(220.0).auto_shrink(false);
    area.show_rows(ui, height, all.len(), |ui, rows| {
        for index in rows {
            let Some(lost) = all.get(index) else { continue };
            let is_selected = viewer.selection() == Some(Selection::Loss(index));
            let from = viewer.timeline().name(lost.from);
            let text =
                format!("Loss {}: {}  {} from {from}", index + 1, seconds(lost.time), lost.label);
            if ui.selectable_label(is_selected, text).clicked() {
                actions.push(Action::Select(Selection::Loss(index)));
            }
        }
    });
}
