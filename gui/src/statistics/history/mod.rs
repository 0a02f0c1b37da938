//! What was measured of a call so far, as series to draw.
//!
//! A [`StatisticsHistory`] takes one [`CallStatistics`](super::CallStatistics) after the other and keeps a
//! bounded [`Series`] for each [`Measure`]: what has a value of its own as it is, what is counted as the
//! change a second between two of them. A [`Plot`] says which measures belong into one drawing.
//!
//! Left out: what was measured longer ago than [`Series::MOST`] values; means and percentiles over a call.

mod change;
mod measure;
mod plot;
mod series;
mod statistics_history;
#[cfg(test)]
mod tests;
mod unit;

pub use measure::Measure;
pub use plot::Plot;
pub use series::Series;
pub use statistics_history::StatisticsHistory;
pub use unit::Unit;
