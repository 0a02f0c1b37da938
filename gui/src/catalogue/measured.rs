//! Statistics in words.

use fluent_bundle::FluentValue;
use serde_json::Value;

use super::{Catalogue, number};
use crate::statistics::CallStatistics;
use crate::statistics::history::{Measure, Plot, Unit};

impl Catalogue {
    /// What a plot is of.
    pub fn plot(&self, plot: Plot) -> String {
        let key = match plot {
            Plot::BitRate => "plot-bit-rate",
            Plot::RoundTripTime => "plot-round-trip-time",
            Plot::Jitter => "plot-jitter",
            Plot::Loss => "plot-loss",
            Plot::Frames => "plot-frames",
            Plot::JitterBufferDelay => "plot-jitter-buffer-delay",
            Plot::PictureLossIndications => "plot-picture-loss-indications",
        };
        self.text(key, &[])
    }

    /// What tells a measure from the others in its plot.
    pub fn measure(&self, measure: Measure) -> String {
        let key = match measure {
            Measure::SentBitRate => "measure-sent-bit-rate",
            Measure::ReceivedBitRate => "measure-received-bit-rate",
            Measure::PathRoundTripTime => "measure-path-round-trip-time",
            Measure::MediaRoundTripTime => "measure-media-round-trip-time",
            Measure::Jitter => "measure-jitter",
            Measure::RemoteJitter => "measure-remote-jitter",
            Measure::Loss => "measure-loss",
            Measure::RemoteLoss => "measure-remote-loss",
            Measure::FramesEncoded => "measure-frames-encoded",
            Measure::FramesSent => "measure-frames-sent",
            Measure::FramesReceived => "measure-frames-received",
            Measure::FramesDecoded => "measure-frames-decoded",
            Measure::JitterBufferDelay => "measure-jitter-buffer-delay",
            Measure::PlisReceived => "measure-plis-received",
            Measure::PlisSent => "measure-plis-sent",
        };
        self.text(key, &[])
    }

    /// What values are counted in.
    pub fn unit(&self, unit: Unit) -> String {
        let key = match unit {
            Unit::KilobitsPerSecond => "statistics-unit-kilobits",
            Unit::Milliseconds => "statistics-unit-milliseconds",
            Unit::Percent => "statistics-unit-percent",
            Unit::FramesPerSecond => "statistics-unit-frames",
            Unit::Count => "statistics-unit-count",
        };
        self.text(key, &[])
    }

    /// What an object of the W3C's statistics is, `inbound-rtp`, or with a member, `jitter`, what that one
    /// means.
    pub fn statistic(&self, object: &str, member: Option<&str>) -> String {
        match member {
            Some(member) => self.text(&format!("w3c-{object}-{member}"), &[]),
            None => self.text(&format!("w3c-{object}"), &[]),
        }
    }

    /// All statistics by their names of the W3C: objects with their members and the values of these.
    pub fn statistics(&self, all: &CallStatistics) -> Vec<(String, Vec<(String, String)>)> {
        let Ok(Value::Object(objects)) = serde_json::to_value(all) else {
            return vec![];
        };
        let members = objects.into_iter().filter_map(|(object, value)| match value {
            Value::Object(members) => Some((object, members)),
            _ => None,
        });
        let written = |(name, value)| (name, self.value(&value));
        members
            .map(|(object, members)| (object, members.into_iter().map(written).collect()))
            .collect()
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Null => self.text("value-unknown", &[]),
            Value::Bool(true) => self.text("value-yes", &[]),
            Value::Bool(false) => self.text("value-no", &[]),
            Value::String(text) => text.clone(),
            Value::Number(count) if !count.is_f64() => count.to_string(),
            other => self.text("value-number", &[("number", seconds(other))]),
        }
    }
}

fn seconds(value: &Value) -> FluentValue<'static> {
    number(value.as_f64().unwrap_or(f64::NAN), 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    fn all() -> CallStatistics {
        CallStatistics {
            transport: Some(Default::default()),
            candidate_pair: Some(Default::default()),
            local_candidate: Some(Default::default()),
            remote_candidate: Some(Default::default()),
            outbound: Some(Default::default()),
            remote_inbound: Some(Default::default()),
            inbound: Some(Default::default()),
            ..CallStatistics::default()
        }
    }

    #[test]
    fn every_statistic_has_a_meaning_in_every_language() {
        for catalogue in Language::ALL.map(Catalogue::new) {
            let statistics = catalogue.statistics(&all());
            assert_eq!(statistics.len(), 7);
            assert!(statistics.iter().map(|(_, members)| members.len()).sum::<usize>() >= 60);
            for (object, members) in statistics {
                assert_ne!(catalogue.statistic(&object, None), "…", "{object}");
                for (member, value) in members {
                    let meaning = catalogue.statistic(&object, Some(&member));
                    assert!(meaning != "…" && value != "…", "{object} {member}");
                }
            }
        }
    }

    #[test]
    fn values_are_written_as_the_language_does() {
        let mut some = all();
        some.inbound.as_mut().expect("set").jitter = 0.012_34;
        let jitter = |language| {
            let statistics = Catalogue::new(language).statistics(&some);
            let (_, inbound) = statistics.into_iter().find(|(name, _)| name == "inbound-rtp")?;
            inbound.into_iter().find(|(name, _)| name == "jitter").map(|(_, value)| value)
        };
        assert_eq!(jitter(Language::English).as_deref(), Some("0.0123"));
        assert_eq!(jitter(Language::Spanish).as_deref(), Some("0,0123"));
    }
}
