//! Figures of several rows from several rounds.

use super::failure::Failure;
use crate::row::Figure;

/// What a measurement gives: a figure for each of its rows.
pub(super) type Measured<const ROWS: usize> = Result<[f64; ROWS], Failure>;

/// The best round of several by the figure of the first row, of which more is better if `is_rate`.
pub(super) fn best<const ROWS: usize>(
    rounds: u32,
    is_rate: bool,
    mut measure: impl FnMut() -> Measured<ROWS>,
) -> Measured<ROWS> {
    let mut best = measure()?;
    for _ in 1..rounds {
        let next = measure()?;
        if (next[0] > best[0]) == is_rate {
            best = next;
        }
    }
    Ok(best)
}

/// A cell of each row.
pub(super) fn cells<const ROWS: usize>(measured: Measured<ROWS>) -> [Figure; ROWS] {
    match measured {
        Ok(figures) => figures.map(Figure::Value),
        Err(failure) => [(); ROWS].map(|()| Figure::Missing(failure.to_string())),
    }
}

/// The value that `percent` of the sorted ones do not exceed.
pub(super) fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let sorted: Vec<f64> = (1..=200).map(f64::from).collect();
        assert_eq!((percentile(&sorted, 50), percentile(&sorted, 99)), (100.0, 198.0));
        assert_eq!(percentile(&[7.0], 99), 7.0);
    }

    #[test]
    fn the_best_round_counts_with_all_its_figures() {
        let mut rounds = [[3.0, 1.0], [5.0, 2.0], [4.0, 0.0]].into_iter();
        let mut measure = || Ok(rounds.next().expect("three rounds"));
        assert_eq!(best(3, true, &mut measure).expect("measured"), [5.0, 2.0]);
    }
}
