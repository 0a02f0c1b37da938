//! Percentiles.

/// The ranks of a set of values that matter. Each is a value that occurred: the nearest rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many values there are.
    pub count: usize,
    /// The least.
    pub least: u64,
    /// Half are not above it.
    pub median: u64,
    /// 95 % are not above it.
    pub p95: u64,
    /// 99 % are not above it.
    pub p99: u64,
    /// The greatest.
    pub greatest: u64,
}

impl Summary {
    /// The summary of `values`; `None` if there are none.
    pub fn of(values: &[u64]) -> Option<Summary> {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let (least, greatest) = sorted.first().copied().zip(sorted.last().copied())?;
        let rank = |percent: usize| {
            let rank = (sorted.len() * percent).div_ceil(100);
            sorted.get(rank.saturating_sub(1)).copied().unwrap_or(greatest)
        };
        let (median, p95, p99) = (rank(50), rank(95), rank(99));
        Some(Summary { count: sorted.len(), least, median, p95, p99, greatest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        assert_eq!(Summary::of(&[]), None);
        let values: Vec<u64> = (1..=200).rev().collect();
        let summary = Summary::of(&values).expect("values");
        assert_eq!((summary.least, summary.median, summary.greatest), (1, 100, 200));
        assert_eq!((summary.p95, summary.p99, summary.count), (190, 198, 200));
        let one = Summary::of(&[7]).expect("a value");
        assert_eq!((one.least, one.median, one.p95, one.p99, one.greatest), (7, 7, 7, 7, 7));
    }
}
