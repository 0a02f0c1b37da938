//! Values over time.

use super::{Axis, CurveKind};

/// Values over time, in one colour.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    pub(super) label: String,
    pub(super) kind: CurveKind,
    /// Which colour of the palette.
    pub(super) colour: usize,
    /// Times in microseconds and values, in the order of time.
    pub(super) points: Vec<(u64, u64)>,
}

impl Curve {
    /// Colours there are.
    const COLOURS: usize = 6;
    /// Points that are drawn one by one; of more, the extremes of each pixel.
    const MOST_POINTS: usize = 4_000;

    /// The class of its colour.
    pub(super) fn class(&self) -> String {
        format!("c{}", self.colour % Curve::COLOURS)
    }

    pub(super) fn greatest(&self) -> u64 {
        self.points.iter().map(|(_, value)| *value).max().unwrap_or(0)
    }

    /// The curve as elements of SVG.
    pub(super) fn svg(&self, x: &Axis, y: &Axis) -> String {
        let points = self.thinned(x);
        let pixels = points.iter().map(|(time, value)| (x.pixel(*time), y.pixel(*value)));
        let class = self.class();
        match self.kind {
            CurveKind::Line | CurveKind::Steps => {
                format!("<path class=\"line {class}\" d=\"{}\"/>", self.path(pixels))
            }
            CurveKind::Dots => {
                let dots = pixels.map(|(x, y)| format!("M{x:.1} {y:.1}h0")).collect::<String>();
                format!("<path class=\"dots {class}\" d=\"{dots}\"/>")
            }
            CurveKind::Bars => {
                let (floor, bars) = (y.pixel(0), pixels.filter(|(_, top)| *top < y.pixel(0)));
                let bar = |(x, y): (f64, f64)| format!("M{x:.1} {floor:.1}V{y:.1}");
                format!(
                    "<path class=\"bars {class}\" d=\"{}\"/>",
                    bars.map(bar).collect::<String>()
                )
            }
        }
    }

    fn path(&self, pixels: impl Iterator<Item = (f64, f64)>) -> String {
        let mut path = String::new();
        for (place, (x, y)) in pixels.enumerate() {
            path.push_str(&match (place, self.kind) {
                (0, _) => format!("M{x:.1} {y:.1}"),
                (_, CurveKind::Steps) => format!("H{x:.1}V{y:.1}"),
                _ => format!("L{x:.1} {y:.1}"),
            });
        }
        path
    }

    /// Of too many points, the least and the greatest of each pixel.
    fn thinned(&self, x: &Axis) -> Vec<(u64, u64)> {
        if self.points.len() <= Curve::MOST_POINTS {
            return self.points.clone();
        }
        let mut thinned: Vec<(u64, u64)> = Vec::new();
        let pixel = |point: &(u64, u64)| x.pixel(point.0) as u64;
        for points in self.points.chunk_by(|one, other| pixel(one) == pixel(other)) {
            let least = points.iter().min_by_key(|(_, value)| *value).copied();
            let greatest = points.iter().max_by_key(|(_, value)| *value).copied();
            let mut extremes: Vec<_> = least.into_iter().chain(greatest).collect();
            extremes.sort_unstable();
            thinned.extend(extremes);
        }
        thinned
    }
}
