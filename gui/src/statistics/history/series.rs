//! The values of one measure.

use std::collections::VecDeque;

/// The last values of one measure, the oldest first, each with its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    points: VecDeque<[f64; 2]>,
}

impl Series {
    /// Most values that are kept: ten minutes of one a second.
    pub const MOST: usize = 600;

    /// The values: seconds since the first measurement of the call, and the value in its unit.
    pub fn points(&self) -> impl DoubleEndedIterator<Item = [f64; 2]> + ExactSizeIterator + '_ {
        self.points.iter().copied()
    }

    /// The newest value.
    pub fn last(&self) -> Option<f64> {
        self.points.back().map(|[_, value]| *value)
    }

    pub(super) fn push(&mut self, seconds: f64, value: f64) {
        if self.points.len() == Series::MOST {
            self.points.pop_front();
        }
        self.points.push_back([seconds, value]);
    }
}
