//! One chart.

use roomrtc_core::base::Time;

use super::{Axis, Curve, Scale, Span, escape};
use crate::figures::Unit;

/// Curves over the time of a run, with what lasted in the background.
#[derive(Clone, Debug)]
pub(super) struct Chart<'a> {
    pub(super) title: &'static str,
    /// What is drawn, in a sentence.
    pub(super) caption: &'static str,
    pub(super) unit: Unit,
    pub(super) curves: Vec<Curve>,
    pub(super) spans: &'a [Span],
    pub(super) end: Time,
}

impl Chart<'_> {
    pub(super) const WIDTH: f64 = 1_000.0;
    pub(super) const LEFT: f64 = 70.0;
    pub(super) const RIGHT: f64 = 972.0;
    const TOP: f64 = 10.0;
    const BOTTOM: f64 = 180.0;
    const HEIGHT: f64 = 206.0;

    /// The chart as a figure of HTML; nothing if there is nothing to draw, or only zeros.
    pub(super) fn html(&self) -> String {
        let greatest = self.curves.iter().map(Curve::greatest).max().unwrap_or(0);
        if greatest == 0 {
            return String::new();
        }
        let scale = Scale::of(self.unit, greatest);
        let (x, y) = (time_axis(self.end), self.value_axis(greatest));
        let curves: String = self.curves.iter().map(|curve| curve.svg(&x, &y)).collect();
        let unit = if scale.name.is_empty() { String::new() } else { format!(", {}", scale.name) };
        format!(
            "<figure><figcaption><h3>{}<small>{unit}</small></h3>{}<p>{}</p></figcaption>\
             <svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{0}\">{}{}{}{curves}</svg></figure>\n",
            escape(self.title),
            self.legend(),
            escape(self.caption),
            Chart::WIDTH,
            Chart::HEIGHT,
            shades(self.spans, &x, Chart::TOP, Chart::BOTTOM),
            value_grid(&y, scale),
            time_grid(&x, Chart::TOP, Chart::BOTTOM),
        )
    }

    fn value_axis(&self, greatest: u64) -> Axis {
        // A little air above the highest value.
        let greatest = greatest.saturating_add(greatest / 20).max(1);
        Axis { least: 0, greatest, start: Chart::BOTTOM, end: Chart::TOP }
    }

    fn legend(&self) -> String {
        let entry = |curve: &Curve| {
            format!("<li class=\"{}\">{}</li>", curve.class(), escape(&curve.label))
        };
        let entries = self.curves.iter().filter(|curve| !curve.points.is_empty());
        format!("<ul class=\"legend\">{}</ul>", entries.map(entry).collect::<String>())
    }
}

/// The axis of the time of a run that ends at `end`, in microseconds.
pub(super) fn time_axis(end: Time) -> Axis {
    let greatest = end.as_micros().max(1);
    Axis { least: 0, greatest, start: Chart::LEFT, end: Chart::RIGHT }
}

/// Vertical lines at round times, with the times below.
pub(super) fn time_grid(x: &Axis, top: f64, bottom: f64) -> String {
    let scale = Scale::of(Unit::Microseconds, x.greatest);
    let ticks = x.ticks(12);
    let last = ticks.last().copied();
    let tick = |time: u64| {
        let pixel = x.pixel(time);
        let name = if Some(time) == last { format!(" {}", scale.name) } else { String::new() };
        format!(
            "<path class=\"grid\" d=\"M{pixel:.1} {top}V{bottom}\"/>\
             <text x=\"{pixel:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}{name}</text>",
            bottom + 16.0,
            scale.text(time),
        )
    };
    ticks.into_iter().map(tick).collect()
}

/// What lasts, as shaded stretches of the background.
pub(super) fn shades(spans: &[Span], x: &Axis, top: f64, bottom: f64) -> String {
    let shade = |span: &Span| {
        let (from, to) = (x.pixel(span.from.as_micros()), x.pixel(span.to.as_micros()));
        format!(
            "<rect class=\"shade\" x=\"{from:.1}\" y=\"{top}\" width=\"{:.1}\" height=\"{:.1}\">\
             <title>{}</title></rect>",
            (to - from).max(1.0),
            bottom - top,
            escape(&span.label),
        )
    };
    spans.iter().map(shade).collect()
}

fn value_grid(y: &Axis, scale: Scale) -> String {
    let tick = |value: u64| {
        let pixel = y.pixel(value);
        format!(
            "<path class=\"grid\" d=\"M{} {pixel:.1}H{}\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            Chart::LEFT,
            Chart::RIGHT,
            Chart::LEFT - 8.0,
            pixel + 4.0,
            scale.text(value),
        )
    };
    y.ticks(5).into_iter().map(tick).collect()
}
