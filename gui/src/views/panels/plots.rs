//! Plots of what was measured.

use eframe::egui::{Color32, Id, Rect, Response, RichText, Sense, Ui, vec2};
use egui_plot::{Corner, Legend, Line, Plot as Drawing, PlotPoints};

use crate::statistics::history::{Measure, Plot};
use crate::views::Scene;
use crate::views::theme::{Palette, space};

/// In points.
const HEIGHT: f32 = 110.0;

/// Shows a plot of each kind of measure over the last minutes.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>) {
    for plot in Plot::ALL {
        let has_values = plot.measures().iter().any(|measure| newest(scene, *measure).is_some());
        if has_values {
            one(ui, scene, plot);
            ui.add_space(space::CLOSE);
        }
    }
}

fn newest(scene: &Scene<'_>, measure: Measure) -> Option<f64> {
    scene.around.history.series(measure).last()
}

fn one(ui: &mut Ui, scene: &Scene<'_>, plot: Plot) {
    let unit = scene.texts.unit(plot.unit());
    let title = scene.texts.plot(plot);
    ui.label(RichText::new(format!("{title} · {unit}")).strong());
    let name = scene.text("statistics-plot-of", &[("name", title.into())]);
    let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), HEIGHT));
    // Drawing is most of what the panel costs, and most plots are scrolled out of sight.
    if ui.is_rect_visible(place) {
        drawn(ui, scene, plot).accessible_name(name);
    } else {
        ui.allocate_rect(place, Sense::hover()).accessible_name(name);
    }
}

fn drawn(ui: &mut Ui, scene: &Scene<'_>, plot: Plot) -> Response {
    let palette = Palette::of(ui);
    let lines: Vec<Line<'_>> = plot
        .measures()
        .iter()
        .zip(colours(palette))
        .map(|(measure, colour)| line(scene, *measure, colour))
        .collect();
    let drawing = Drawing::new(Id::unique("plot").with(plot as u8))
        .height(HEIGHT)
        .include_y(0.0)
        .show_background(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .legend(Legend::default().position(Corner::LeftTop));
    drawing.show(ui, |plot| lines.into_iter().for_each(|line| plot.line(line))).response
}

fn line<'a>(scene: &Scene<'_>, measure: Measure, colour: Color32) -> Line<'a> {
    let points: Vec<[f64; 2]> = scene.around.history.series(measure).points().collect();
    Line::new(scene.texts.measure(measure), PlotPoints::from(points)).color(colour).width(2.0)
}

const fn colours(palette: Palette) -> [Color32; 4] {
    [palette.accent, palette.good, palette.doubtful, palette.bad]
}
