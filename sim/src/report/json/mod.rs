//! A run as one JSON object.
//!
//! ```json
//! {
//!   "scenario": "outage", "about": "…", "case": "", "seed": 7, "command": "roomrtc-sim run …",
//!   "verdict": "held", "hash": "0123456789abcdef", "end_us": 30000000,
//!   "checks": [{ "oracle": "frames", "demand": "…", "broken": null, "failure": null }],
//!   "figures": [{ "host": "caller", "name": "connect-time", "unit": "us", "value": 123000 }],
//!   "dropped": { "loss": 17 },
//!   "series": [{ "place": "pipe:caller-up", "name": "queue-bytes", "unit": "bytes",
//!                "samples": [[1000000, 64000]] }],
//!   "happenings": [{ "time_us": 9000000, "place": "world", "phase": "begins",
//!                    "name": "outage", "detail": "" }]
//! }
//! ```
//!
//! Integers are exact; times are microseconds of the world. Samples are pairs of time and value.

mod check_object;
mod figure_object;
mod happening_object;
mod report_object;
mod series_object;

use check_object::CheckObject;
use figure_object::FigureObject;
use happening_object::HappeningObject;
use report_object::ReportObject;
use series_object::SeriesObject;

use super::Account;

/// The run as indented JSON, with a line end.
///
/// # Errors
/// Those of the serializer, which plain values do not bring about.
pub fn json(account: &Account<'_>) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&ReportObject::of(account))?;
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::html::example::with_account;

    #[test]
    fn the_object_has_what_the_run_had() {
        let text = with_account(|account| json(account).expect("JSON"));
        let value: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["scenario"], "outage");
        assert_eq!(value["verdict"], "not live");
        assert_eq!(value["hash"].as_str().map(str::len), Some(16));
        assert_eq!(value["checks"][0]["broken"], serde_json::Value::Null);
        assert_eq!(value["checks"][1]["broken"], "liveness");
        assert_eq!(value["checks"][1]["failure"], "at 9 s: no frame <b>");
        assert_eq!(value["series"][0]["name"], "queue-bytes");
        assert_eq!(value["series"][0]["samples"][0], serde_json::json!([300_000, 0]));
        assert_eq!(value["happenings"][0]["name"], "outage");
        let figures = value["figures"].as_array().expect("a list");
        assert!(figures.iter().any(|f| f["host"] == "callee" && f["name"] == "connect-time"));
    }
}
