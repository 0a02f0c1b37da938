//! Times of many runs.

use std::fmt;
use std::time::Duration;

/// The median and the worst of the times of many runs, and how many runs had none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The median.
    pub median: Duration,
    /// The longest.
    pub worst: Duration,
    /// Runs in which it never came about.
    pub never: usize,
}

impl Span {
    /// Of the times of runs, `None` where it never came about; `None` if it never did in any.
    pub fn of(times: impl IntoIterator<Item = Option<Duration>>) -> Option<Span> {
        let all: Vec<Option<Duration>> = times.into_iter().collect();
        let mut found: Vec<Duration> = all.iter().flatten().copied().collect();
        found.sort_unstable();
        let (median, worst) = (*found.get(found.len() / 2)?, *found.last()?);
        Some(Span { median, worst, never: all.len() - found.len() })
    }
}

impl fmt::Display for Span {
    /// In milliseconds: the median, the worst, and how often it never came about.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} / {} ms", self.median.as_millis(), self.worst.as_millis())?;
        match self.never {
            0 => Ok(()),
            never => write!(f, ", {never}× never"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_and_the_worst_are_told() {
        let times = [Some(5), None, Some(300), Some(7)].map(|ms| ms.map(Duration::from_millis));
        let span = Span::of(times).expect("three times");
        assert_eq!(span.to_string(), "7 / 300 ms, 1× never");
        assert_eq!(Span::of([None, None]), None);
    }
}
