//! One line of the result.

use std::fmt;

/// One figure of ours beside the others'.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What it is counted in.
    pub unit: &'static str,
    /// Whether more is better.
    pub is_rate: bool,
    /// Ours.
    pub ours: f64,
    /// The others', by name.
    pub theirs: Vec<(&'static str, f64)>,
}

impl Row {
    /// How many times better ours is than `theirs`.
    pub fn ratio(&self, theirs: f64) -> f64 {
        if self.is_rate { self.ours / theirs } else { theirs / self.ours }
    }
}

impl fmt::Display for Row {
    /// What, ours, and for each of the others theirs and the ratio.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<44} {:>12} {:<8}", self.what, figure(self.ours), self.unit)?;
        for (name, theirs) in &self.theirs {
            let ratio = self.ratio(*theirs);
            write!(f, " | {name:<15} {:>12}  ratio {:>6}", figure(*theirs), figure(ratio))?;
        }
        Ok(())
    }
}

/// A number with as many places as it needs.
fn figure(value: f64) -> String {
    match value {
        v if v.is_infinite() => "∞".to_owned(),
        v if v >= 1_000.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}
