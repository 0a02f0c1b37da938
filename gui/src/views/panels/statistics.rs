//! The statistics.

use eframe::egui::{CollapsingHeader, RichText, Ui};

use super::plots;
use crate::desktop::Action;
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, empty};

/// Shows the plots, and every value with its name and meaning.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(last) = scene.around.history.last() else {
        let advice = scene.text("statistics-none-advice", &[]);
        return empty(ui, &scene.text("statistics-none", &[]), &advice);
    };
    if button(ui, true, &scene.text("statistics-copy", &[])).clicked() {
        scene.act(Action::CopyStatistics);
    }
    ui.add_space(space::CLOSE);
    plots::show(ui, scene);
    for (object, members) in scene.texts.statistics(last) {
        let title = format!("{object} · {}", scene.texts.statistic(&object, None));
        CollapsingHeader::new(title).id_salt(&object).default_open(true).show(ui, |ui| {
            for (member, value) in members {
                let meaning = scene.texts.statistic(&object, Some(&member));
                row(ui, &member, &value, &meaning);
            }
        });
    }
}

fn row(ui: &mut Ui, name: &str, value: &str, meaning: &str) {
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(name).monospace());
        ui.label(RichText::new(value).monospace().strong().color(palette.accent));
    });
    ui.label(RichText::new(meaning).size(12.5).color(palette.weak));
    ui.add_space(2.0);
}
