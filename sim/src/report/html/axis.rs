//! Where values stand along an axis.

/// An axis from `least` to `greatest` that takes the pixels from `start` to `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) least: u64,
    pub(super) greatest: u64,
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Axis {
    /// The pixel of `value`; values beyond the ends stand at the ends.
    pub(super) fn pixel(&self, value: u64) -> f64 {
        let value = value.clamp(self.least, self.greatest);
        let length = (self.greatest - self.least).max(1);
        let share = (value - self.least) as f64 / length as f64;
        self.start + share * (self.end - self.start)
    }

    /// Round values along the axis, about as many as `wanted`.
    pub(super) fn ticks(&self, wanted: u64) -> Vec<u64> {
        let length = self.greatest.saturating_sub(self.least).max(1);
        let mut step = 1_u64;
        let mut factors = [2, 5, 10].into_iter().cycle();
        let mut decade = 1_u64;
        while length / step > wanted {
            let Some(factor) = factors.next() else { break };
            step = decade.saturating_mul(factor);
            if factor == 10 {
                decade = step;
            }
        }
        let first = self.least.div_ceil(step) * step;
        (0..=wanted + 1)
            .map(|tick| first + tick * step)
            .take_while(|tick| *tick <= self.greatest)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        let axis = |least, greatest| Axis { least, greatest, start: 0.0, end: 100.0 };
        assert_eq!(axis(0, 30).ticks(6), [0, 5, 10, 15, 20, 25, 30]);
        assert_eq!(axis(0, 4_400_000).ticks(5), [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]);
        assert_eq!(axis(3, 3).ticks(5), [3]);
        assert_eq!(axis(7, 23).ticks(4), [10, 15, 20]);
        assert_eq!(axis(0, 10).pixel(5).to_bits(), 50.0_f64.to_bits());
        assert_eq!(axis(10, 10).pixel(10).to_bits(), 0.0_f64.to_bits());
    }
}
