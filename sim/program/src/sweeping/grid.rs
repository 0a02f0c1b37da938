//! Results as a grid: a character for each seed.

use std::collections::BTreeMap;
use std::fmt;

/// The results of one case, a character for each seed.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid(BTreeMap<u64, char>);

impl Grid {
    /// Seeds of a line.
    const WIDTH: u64 = 50;

    pub(super) fn insert(&mut self, seed: u64, mark: char) {
        self.0.insert(seed, mark);
    }
}

impl fmt::Display for Grid {
    /// A line for every fifty seeds, which begins with the first of them. Of lines in which nothing
    /// was run there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, _)) = self.0.first_key_value() else { return Ok(()) };
        let Some((last, _)) = self.0.last_key_value() else { return Ok(()) };
        let mut start = *first;
        loop {
            let end = start.saturating_add(Grid::WIDTH - 1).min(*last);
            write!(f, "{start:>8} ")?;
            for seed in start..=end {
                write!(f, "{}", self.0.get(&seed).copied().unwrap_or(' '))?;
            }
            writeln!(f)?;
            match self.0.range(end..).find(|(seed, _)| **seed > end) {
                Some((next, _)) => start = *next,
                None => return Ok(()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_holds_fifty_seeds() {
        let mut grid = Grid::default();
        for seed in 100..=151 {
            grid.insert(seed, if seed == 101 { 'S' } else { '.' });
        }
        let expected = format!("     100 .S{}\n     150 ..\n", ".".repeat(48));
        assert_eq!(grid.to_string(), expected);
        assert_eq!(Grid::default().to_string(), "");
    }
}
