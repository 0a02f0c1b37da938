//! What was measured of a call so far.

use super::{Measure, Series};
use crate::statistics::CallStatistics;

/// What was measured of a call so far: a bounded series for each measure, and the last as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticsHistory {
    series: [Series; Measure::ALL.len()],
    begun: Option<f64>,
    last: Option<CallStatistics>,
}

impl Default for StatisticsHistory {
    fn default() -> StatisticsHistory {
        let series = std::array::from_fn(|_| Series::default());
        StatisticsHistory { series, begun: None, last: None }
    }
}

impl StatisticsHistory {
    /// Takes what was measured now. What is older than the last, by its timestamp, is left out.
    pub fn note(&mut self, now: CallStatistics) {
        if self.last.as_ref().is_some_and(|last| now.timestamp <= last.timestamp) {
            return;
        }
        let begun = *self.begun.get_or_insert(now.timestamp);
        let nothing = CallStatistics { timestamp: now.timestamp, ..CallStatistics::default() };
        let before = self.last.as_ref().unwrap_or(&nothing);
        let seconds = (now.timestamp - begun) / 1_000.0;
        for (measure, series) in Measure::ALL.into_iter().zip(&mut self.series) {
            if let Some(value) = measure.value(before, &now) {
                series.push(seconds, value);
            }
        }
        self.last = Some(now);
    }

    /// The values of one measure.
    pub fn series(&self, measure: Measure) -> &Series {
        &self.series[measure as usize]
    }

    /// What was measured last.
    pub const fn last(&self) -> Option<&CallStatistics> {
        self.last.as_ref()
    }

    /// All of it as JSON: the last measurement by the names of the W3C, and the series, each by its name
    /// with its unit: pairs of seconds since the first measurement and values.
    pub fn to_json(&self) -> String {
        let series = Measure::ALL.map(|measure| {
            let points: Vec<[f64; 2]> = self.series(measure).points().collect();
            serde_json::json!({
                "name": measure.name(),
                "unit": measure.unit().symbol(),
                "points": points,
            })
        });
        let all = serde_json::json!({ "last": self.last, "series": series });
        // Values of these types always have JSON.
        serde_json::to_string_pretty(&all).unwrap_or_default()
    }
}
