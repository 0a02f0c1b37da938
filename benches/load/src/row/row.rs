//! One line of the result.

use std::fmt;

use serde::Serialize;

use super::Figure;

/// One figure of ours beside the others'.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What it is counted in.
    pub unit: &'static str,
    /// Whether more is better.
    pub is_rate: bool,
    /// What ours is to reach, if that is said anywhere.
    pub aim: Option<f64>,
    /// The figures by the servers' names, ours first.
    pub figures: Vec<(&'static str, Figure)>,
}

impl Row {
    /// How many times better ours is than `theirs`, if both were measured.
    pub fn ratio(&self, theirs: &Figure) -> Option<f64> {
        let (ours, theirs) = (self.figures.first()?.1.value()?, theirs.value()?);
        Some(if self.is_rate { ours / theirs } else { theirs / ours })
    }
}

impl fmt::Display for Row {
    /// What, ours, and for each of the others theirs and the ratio.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<46}", self.what)?;
        for (index, (name, figure)) in self.figures.iter().enumerate() {
            if index > 0 {
                write!(f, " | ")?;
            }
            write!(f, "{name} {figure:>9} {:<5}", figure.value().map_or("", |_| self.unit))?;
            if let Some(ratio) = self.ratio(figure).filter(|_| index > 0) {
                write!(f, " ratio {:>6}", Figure::Value(ratio))?;
            }
        }
        self.aim.map_or(Ok(()), |aim| {
            let word = if self.is_rate { "least" } else { "most" };
            write!(f, " | aim: at {word} {} {}", Figure::Value(aim), self.unit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(is_rate: bool, theirs: Figure) -> Row {
        let figures = vec![("ours", Figure::Value(2_000.0)), ("theirs", theirs)];
        Row { what: "logins".into(), unit: "/s", is_rate, aim: None, figures }
    }

    #[test]
    fn a_ratio_above_one_is_ours_ahead() {
        let theirs = Figure::Value(500.0);
        assert_eq!(row(true, theirs.clone()).ratio(&theirs), Some(4.0));
        assert_eq!(row(false, theirs.clone()).ratio(&theirs), Some(0.25));
    }

    #[test]
    fn what_is_missing_is_said_aloud() {
        let line = row(true, Figure::Missing("not installed".into())).to_string();
        assert!(line.contains("theirs not installed"), "{line}");
        assert!(!line.contains("ratio"), "{line}");
    }
}
