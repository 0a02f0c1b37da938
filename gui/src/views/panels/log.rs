//! The log.

use std::collections::BTreeSet;

use eframe::egui::{ComboBox, Id, RichText, ScrollArea, TextEdit, TextStyle, TextWrapMode, Ui};
use tracing::Level;

use crate::desktop::{Action, Copied, News};
use crate::log::{LogLine, ShownLines};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, empty};

/// The levels, the gravest first.
const LEVELS: [(Level, &str); 4] = [
    (Level::ERROR, "log-level-error"),
    (Level::WARN, "log-level-warn"),
    (Level::INFO, "log-level-info"),
    (Level::DEBUG, "log-level-debug"),
];

/// What it needs to have its lines scrolled alone, in points.
pub(super) const LOWEST: f32 = 220.0;

/// The least height of the lines, in points.
const LEAST_LINES: f32 = 160.0;

/// Shows the lines that are searched for, the newest last.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        level(ui, scene);
        part(ui, scene);
    });
    search(ui, scene);
    ui.horizontal_wrapped(|ui| {
        if button(ui, true, &scene.text("log-copy", &[])).clicked() {
            ui.ctx().copy_text(scene.around.log.text());
            scene.news.push(News::Copied(Copied::Log));
        }
        if button(ui, true, &scene.text("report-save", &[])).clicked() {
            scene.act(Action::SaveReport(None));
        }
    });
    ui.add_space(space::CLOSE);
    lines(ui, scene);
}

fn level(ui: &mut Ui, scene: &mut Scene<'_>) {
    let chosen = scene.desktop.log.level;
    let name = |level: Level| {
        LEVELS.iter().find(|(known, _)| *known == level).map_or("log-level-trace", |(_, key)| key)
    };
    let combo = ComboBox::from_id_salt(Id::unique("level"))
        .width(120.0)
        .selected_text(scene.text(name(chosen), &[]))
        .show_ui(ui, |ui| {
            for (level, key) in LEVELS {
                if ui.selectable_label(level == chosen, scene.text(key, &[])).clicked() {
                    scene.act(Action::SetLogLevel(level));
                }
            }
        });
    combo.response.accessible_name(scene.text("log-level", &[]));
}

fn part(ui: &mut Ui, scene: &mut Scene<'_>) {
    let chosen = &scene.desktop.log.target;
    let all = scene.text("log-filter-all", &[]);
    let shown = if chosen.is_empty() { all.clone() } else { chosen.clone() };
    let combo = ComboBox::from_id_salt(Id::unique("part"))
        .width(150.0)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            if ui.selectable_label(chosen.is_empty(), all).clicked() {
                scene.actions.push(Action::SetLogTarget(String::new()));
            }
            for part in parts(scene.around.log) {
                if ui.selectable_label(*chosen == part, &part).clicked() {
                    scene.actions.push(Action::SetLogTarget(part));
                }
            }
        });
    combo.response.accessible_name(scene.text("log-filter", &[]));
}

/// The parts of the program that the lines are from, each down to its second module.
fn parts(lines: &ShownLines) -> BTreeSet<String> {
    let part = |target: &str| target.split("::").take(2).collect::<Vec<_>>().join("::");
    lines.lines().iter().map(|line| part(&line.target)).collect()
}

fn search(ui: &mut Ui, scene: &mut Scene<'_>) {
    let mut text = scene.desktop.log.search.clone();
    let label = scene.text("log-search", &[]);
    let edit = TextEdit::singleline(&mut text)
        .hint_text(label.clone())
        .char_limit(128)
        .desired_width(f32::INFINITY);
    if ui.add(edit).accessible_name(label).changed() {
        scene.act(Action::SearchLog(text));
    }
}

fn lines(ui: &mut Ui, scene: &Scene<'_>) {
    let lines = scene.around.log.lines();
    if lines.is_empty() {
        return empty(ui, &scene.text("log-none", &[]), &scene.text("log-none-advice", &[]));
    }
    let height = ui.text_style_height(&TextStyle::Monospace);
    let area = ScrollArea::both().auto_shrink([false, false]).stick_to_bottom(true);
    let high = ui.available_height().max(LEAST_LINES);
    area.max_height(high).min_scrolled_height(high.min(LEAST_LINES)).show_rows(
        ui,
        height,
        lines.len(),
        |ui, shown| {
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            for line in lines.range(shown) {
                one(ui, line);
            }
        },
    );
}

fn one(ui: &mut Ui, line: &LogLine) {
    let palette = Palette::of(ui);
    let colour = match line.level {
        Level::ERROR => palette.bad,
        Level::WARN => palette.doubtful,
        Level::INFO => palette.text,
        _ => palette.weak,
    };
    ui.label(RichText::new(line.to_string()).monospace().size(12.0).color(colour));
}
