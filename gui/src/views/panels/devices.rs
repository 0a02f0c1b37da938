//! The check of the camera, before a call.

use eframe::egui::{
    Align2, ComboBox, CornerRadius, FontId, Id, Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2,
};

use crate::desktop::{Action, SourceChoice, SourceState};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, primary};
use crate::views::{Scene, Views};

/// Shows the cameras, the preview and what it gives.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    if scene.desktop.devices.is_known && scene.desktop.devices.cameras.is_empty() {
        let palette = Palette::of(ui);
        ui.label(RichText::new(scene.text("device-none", &[])).strong());
        ui.label(RichText::new(scene.text("device-none-text", &[])).color(palette.weak));
    }
    picker(ui, scene);
    ui.add_space(space::CLOSE);
    let preview = scene.desktop.devices.preview;
    if preview != SourceState::Off {
        picture(ui, scene, views);
    }
    state(ui, scene, preview);
    formats(ui, scene);
    let is_shown = preview != SourceState::Off;
    let key = if is_shown { "device-preview-stop" } else { "device-preview-start" };
    let action = if is_shown { Action::StopPreview } else { Action::StartPreview };
    let press = if is_shown { button } else { primary };
    if press(ui, scene.desktop.call.is_none(), &scene.text(key, &[])).clicked() {
        scene.act(action);
    }
}

/// The list of what can be sent, the cameras first.
pub fn picker(ui: &mut Ui, scene: &mut Scene<'_>) {
    let label = ui.label(RichText::new(scene.text("device-picker", &[])).strong());
    let chosen = scene.desktop.devices.chosen.clone();
    let width = ui.available_width() - 8.0;
    let combo = ComboBox::from_id_salt(Id::unique("camera"))
        .width(width)
        .truncate()
        .selected_text(scene.texts.source_choice(&chosen))
        .show_ui(ui, |ui| {
            for choice in choices(scene) {
                let text = scene.texts.source_choice(&choice);
                if ui.selectable_label(choice == chosen, text).clicked() {
                    scene.act(Action::ChooseSource(choice));
                }
            }
        });
    combo.response.labelled_by(label.id);
}

fn choices(scene: &Scene<'_>) -> Vec<SourceChoice> {
    let cameras = scene.desktop.devices.cameras.iter();
    let mut all = vec![SourceChoice::AnyCamera];
    all.extend(cameras.map(|camera| SourceChoice::Camera(camera.name.clone())));
    all.extend([SourceChoice::TestCard, SourceChoice::Nothing]);
    all
}

fn picture(ui: &mut Ui, scene: &Scene<'_>, views: &mut Views) {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let (place, response) = ui.allocate_exact_size(vec2(width, width * 9.0 / 16.0), Sense::hover());
    let name = scene.text("device-preview", &[]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    ui.painter().rect_filled(place, CornerRadius::same(8), palette.stage);
    let is_mirrored =
        scene.desktop.settings.mirrors_own_picture && scene.desktop.devices.chosen.is_camera();
    if views.preview.draw(ui, place, is_mirrored).is_none() {
        waiting(ui, scene, place);
    }
    ui.add_space(space::CLOSE);
}

fn waiting(ui: &Ui, scene: &Scene<'_>, place: Rect) {
    let text = scene.text("device-preview-waiting", &[]);
    let (font, colour) = (FontId::proportional(14.0), Palette::DARK.text);
    ui.painter().text(place.center(), Align2::CENTER_CENTER, text, font, colour);
}

/// Most formats that are listed: cameras may have dozens.
const MOST_FORMATS: usize = 6;

/// What the camera of the preview can give, the largest first.
fn formats(ui: &mut Ui, scene: &Scene<'_>) {
    let formats = &scene.desktop.devices.formats;
    if formats.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    ui.label(RichText::new(scene.text("device-formats", &[])).color(palette.weak));
    for format in formats.iter().take(MOST_FORMATS) {
        let numbers = [format.size.width(), format.size.height(), format.frame_rate as usize];
        let [width, height, rate] = numbers.map(|number| number.to_string().into());
        let values = [("width", width), ("height", height), ("rate", rate)];
        let text = scene.text("device-format", &values);
        ui.label(RichText::new(text).color(palette.weak));
    }
}

fn state(ui: &mut Ui, scene: &Scene<'_>, state: SourceState) {
    let palette = Palette::of(ui);
    match state {
        SourceState::Off | SourceState::Starting => {}
        SourceState::Running(size) => {
            let (width, height) = (size.width().to_string(), size.height().to_string());
            let size = [("width", width.into()), ("height", height.into())];
            let text = scene.text("device-size", &size);
            ui.label(RichText::new(text).color(palette.weak));
        }
        SourceState::Failed(problem) => {
            let text = scene.texts.source_problem(problem);
            ui.label(RichText::new(text).color(palette.bad));
        }
    }
}
