//! A lane of the timeline.

use super::chart::Chart;
use super::{Axis, Mark, Span, escape};

/// A lane of the timeline: moments and stretches of one kind at one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Lane {
    pub(super) label: String,
    pub(super) marks: Vec<Mark>,
    pub(super) bars: Vec<Span>,
}

impl Lane {
    pub(super) const HEIGHT: f64 = 30.0;
    /// Marks that are drawn; a lane of a long run has more than anyone can tell apart.
    const MOST_MARKS: usize = 2_000;
    /// Pixels of a letter, about.
    const LETTER: f64 = 6.4;
    /// Pixels from a mark to its label.
    const GAP: f64 = 7.0;

    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.bars.is_empty()
    }

    /// The lane as elements of SVG, its upper edge at `top`.
    pub(super) fn svg(&self, x: &Axis, top: f64) -> String {
        let middle = top + Lane::HEIGHT / 2.0;
        let label = Chart::LEFT + Lane::NAMES - 12.0;
        format!(
            "<text x=\"{label}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\
             <path class=\"grid\" d=\"M{} {middle}H{}\"/>{}{}{}",
            middle + 4.0,
            escape(&self.label),
            x.start,
            x.end,
            self.bars.iter().map(|bar| bar_svg(bar, x, middle)).collect::<String>(),
            self.labels(x, middle),
            self.marks
                .iter()
                .take(Lane::MOST_MARKS)
                .map(|m| mark_svg(m, x, middle))
                .collect::<String>(),
        )
    }

    /// Pixels that names of lanes take more than those of values.
    pub(super) const NAMES: f64 = 90.0;

    /// The labels of marks and bars, of which none covers another or the next mark.
    fn labels(&self, x: &Axis, middle: f64) -> String {
        let mut output = String::new();
        let marks = self.marks.iter().filter(|mark| mark.is_labelled);
        let marks = marks.map(|mark| (x.pixel(mark.time.as_micros()), mark.label.as_str()));
        let bars = self.bars.iter();
        let bars = bars.map(|bar| (x.pixel(bar.from.as_micros()), bar.label.as_str()));
        let mut wanted: Vec<(f64, &str)> = marks.chain(bars).take(Lane::MOST_MARKS).collect();
        wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
        for (place, (pixel, label)) in wanted.iter().enumerate() {
            let start = pixel + Lane::GAP;
            let width = label.chars().count() as f64 * Lane::LETTER;
            let next = wanted.get(place + 1).map_or(Chart::WIDTH, |(next, _)| *next - 4.0);
            if start + width < next {
                output.push_str(&label_svg(start, middle, label));
            }
        }
        output
    }
}

fn label_svg(x: f64, middle: f64, label: &str) -> String {
    format!("<text class=\"label\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>", middle - 7.0, escape(label))
}

fn bar_svg(bar: &Span, x: &Axis, middle: f64) -> String {
    let (from, to) = (x.pixel(bar.from.as_micros()), x.pixel(bar.to.as_micros()));
    format!(
        "<rect class=\"bar\" x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"8\" rx=\"2\">\
         <title>{}</title></rect>",
        middle - 4.0,
        (to - from).max(1.5),
        escape(&titled(bar.from, &bar.label)),
    )
}

fn mark_svg(mark: &Mark, x: &Axis, middle: f64) -> String {
    format!(
        "<circle class=\"{}\" cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"3.5\"><title>{}</title></circle>",
        mark.class,
        x.pixel(mark.time.as_micros()),
        escape(&titled(mark.time, &mark.label)),
    )
}

fn titled(time: roomrtc_core::base::Time, label: &str) -> String {
    let millis = time.as_millis();
    format!("{}.{:03} s: {label}", millis / 1_000, millis % 1_000)
}
