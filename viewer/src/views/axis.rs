//! The axis of time.

use std::time::Duration;

use eframe::egui::Rangef;
use roomrtc_core::base::Time;

/// Where a time is on the screen, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    pub(super) from: Time,
    pub(super) length: Duration,
    pub(super) x: Rangef,
}

impl Axis {
    /// Points at the left for names.
    pub(super) const NAMES: f32 = 130.0;

    pub(super) fn new((from, until): (Time, Time), x: Rangef) -> Axis {
        let length = until.since(from).max(Duration::from_nanos(1));
        Axis { from, length, x }
    }

    /// Where a time is; beyond the ends for what is not visible.
    pub(super) fn x(&self, time: Time) -> f32 {
        let nanos = match time >= self.from {
            true => time.since(self.from).as_nanos() as f64,
            false => -(self.from.since(time).as_nanos() as f64),
        };
        let share = nanos / self.length.as_nanos() as f64;
        // Far beyond the ends a float is not exact, and nothing is drawn there.
        let share = share.clamp(-10.0, 10.0) as f32;
        self.x.min + share * self.x.span()
    }

    /// The time at a place, within what is visible.
    pub(super) fn time(&self, x: f32) -> Time {
        let share = f64::from((x - self.x.min) / self.x.span().max(1.0)).clamp(0.0, 1.0);
        self.from + Duration::from_nanos((share * self.length.as_nanos() as f64) as u64)
    }

    pub(super) fn until(&self) -> Time {
        self.from + self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_and_its_place_agree() {
        let visible = (Time::from_millis(500), Time::from_millis(1_500));
        let axis = Axis::new(visible, Rangef::new(100.0, 1_100.0));
        assert_eq!(axis.x(Time::from_millis(500)), 100.0);
        assert_eq!(axis.x(Time::from_millis(750)), 350.0);
        assert_eq!(axis.x(Time::from_millis(400)), 0.0);
        assert_eq!(axis.time(350.0), Time::from_millis(750));
        assert_eq!(axis.time(-5.0), Time::from_millis(500));
        assert_eq!(axis.time(5_000.0), axis.until());
    }
}
