//! The times along the axis.

use eframe::egui::{Align2, FontId, Painter, Pos2, Rect, Stroke};
use roomrtc_core::base::Time;

use super::{Axis, Palette};

/// Points between two times at least.
const APART: f32 = 110.0;

/// Nanoseconds between two times: the least round number with room enough.
fn step(axis: &Axis) -> u64 {
    let least = axis.length.as_nanos() as f64 * f64::from(APART / axis.x.span().max(1.0));
    let powers = (3..13).map(|power| 10_u64.pow(power));
    let mut steps = powers.flat_map(|power| [power, 2 * power, 5 * power]);
    steps.find(|step| *step as f64 >= least).unwrap_or(10_u64.pow(13))
}

/// Draws the times, and a faint line for each down to the bottom of `whole`.
pub(super) fn ruler(painter: &Painter, axis: &Axis, row: Rect, whole: Rect, palette: Palette) {
    let step = step(axis);
    let first = axis.from.as_nanos().div_ceil(step) * step;
    let times = (0..64).map(|index| Time::from_nanos(first + index * step));
    for time in times.take_while(|time| *time <= axis.until()) {
        let x = axis.x(time);
        painter.vline(x, row.top()..=whole.bottom(), Stroke::new(0.5, palette.faint));
        let place = Pos2::new(x + 3.0, row.center().y);
        painter.text(
            place,
            Align2::LEFT_CENTER,
            text(time, step),
            FontId::monospace(10.0),
            palette.text,
        );
    }
}

/// The time with as many decimals as its step needs.
fn text(time: Time, step: u64) -> String {
    let nanos = time.as_nanos();
    let (seconds, rest) = (nanos / 1_000_000_000, nanos % 1_000_000_000);
    match step {
        1_000_000_000.. => format!("{seconds} s"),
        1_000_000.. => format!("{seconds}.{:03} s", rest / 1_000_000),
        _ => format!("{seconds}.{:06} s", rest / 1_000),
    }
}
