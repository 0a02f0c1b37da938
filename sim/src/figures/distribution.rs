//! Figures over many runs.

use super::{Figure, FigureKey, Figures, Summary, Unit};

/// The values of every figure over many runs.
#[derive(Clone, Debug, Default)]
pub struct Distribution {
    entries: Vec<(FigureKey, Unit, Vec<u64>)>,
    left_out: u64,
}

impl Distribution {
    /// Runs whose figures are kept. Those of later runs are counted only.
    pub const MOST_RUNS: usize = 100_000;

    /// Adds the figures of a run.
    pub fn add(&mut self, figures: &Figures) {
        let mut is_full = false;
        for figure in figures.iter() {
            is_full |= !self.add_figure(figure);
        }
        self.left_out += u64::from(is_full);
    }

    /// Of every figure: what it is of, its unit and its summary, in order of first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (&FigureKey, Unit, Summary)> {
        self.entries
            .iter()
            .filter_map(|(key, unit, values)| Some((key, *unit, Summary::of(values)?)))
    }

    /// Runs whose figures were left out.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    fn add_figure(&mut self, figure: &Figure) -> bool {
        let known = self.entries.iter_mut().find(|(key, ..)| *key == figure.key);
        let values = match known {
            Some((_, _, values)) => values,
            None => {
                self.entries.push((figure.key.clone(), figure.unit, Vec::new()));
                let Some((_, _, values)) = self.entries.last_mut() else { return false };
                values
            }
        };
        let fits = values.len() < Distribution::MOST_RUNS;
        if fits {
            values.push(figure.value);
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_gathered_by_what_they_are_of() {
        let mut distribution = Distribution::default();
        for run in 1..=3 {
            let mut figures = Figures::default();
            figures.add(Some("caller"), "checks", Unit::Count, run);
            figures.add(None, "duration", Unit::Microseconds, 10 * run);
            distribution.add(&figures);
        }
        let all: Vec<String> = distribution
            .iter()
            .map(|(key, unit, summary)| format!("{key} {} {summary:?}", unit.name()))
            .collect();
        assert_eq!(all.len(), 2);
        assert!(all[0].starts_with("caller.checks count Summary { count: 3, least: 1, median: 2"));
        assert!(all[1].starts_with("duration us Summary { count: 3, least: 10, median: 20"));
        assert_eq!(distribution.left_out(), 0);
    }
}
