//! Its statistics beside ours.

use serde_json::Value;

use super::aiortc::record;
use super::{Aiortc, PythonCall};

/// What its getStats has of a type.
fn of_type<'a>(statistics: &'a Value, kind: &str) -> &'a Value {
    let mut all = statistics.as_array().expect("a list").iter();
    let found = all.find(|one| one["type"] == kind && one["kind"] != "audio");
    found.unwrap_or_else(|| panic!("no {kind} in {statistics:#}"))
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or_else(|| panic!("no {name} in {value:#}"))
}

/// That a count of an earlier moment is at most that of a later one, and not far behind: no more than
/// what a second brings.
#[track_caller]
fn assert_follows(earlier: f64, later: f64, of_a_second: f64) {
    assert!(earlier <= later && later <= earlier + of_a_second, "{earlier}, then {later}");
}

#[test]
fn packets_bytes_losses_jitter_and_round_trips_agree() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 120);
        let first = call.ask(1, "statistics", "statistics");
        let theirs = call.ask(0, "statistics", "statistics");
        let last = call.ask(1, "statistics", "statistics");
        compare_directions(&first, &theirs, &last);
        let remote = of_type(&theirs, "remote-inbound-rtp");
        for round_trip in
            [number(remote, "roundTripTime"), number(&last["remote-inbound-rtp"], "roundTripTime")]
        {
            // A cable within one machine; but the two ends may wait for a processor.
            assert!((0.0..0.5).contains(&round_trip), "{theirs:#}\n{last:#}");
        }
        // aiortc gives its jitter in units of the RTP clock; 90,000 are a second.
        let jitter = number(of_type(&theirs, "inbound-rtp"), "jitter") / 90_000.0;
        assert!(
            jitter < 0.5 && number(&last["inbound-rtp"], "jitter") < 0.5,
            "{theirs:#}\n{last:#}"
        );
    }
    record("statistics agree");
}

/// Theirs were taken between the first and the last of ours.
fn compare_directions(first: &Value, theirs: &Value, last: &Value) {
    let (sent, received) = (of_type(theirs, "outbound-rtp"), of_type(theirs, "inbound-rtp"));
    let packets = |value: &Value, stream: &str, name: &str| number(&value[stream], name);
    // What we had sent had been received, up to what was under way; and what they had sent we have.
    assert_follows(
        packets(first, "outbound-rtp", "packetsSent") - 60.0,
        number(received, "packetsReceived"),
        400.0,
    );
    assert!(number(received, "packetsReceived") <= packets(last, "outbound-rtp", "packetsSent"));
    assert_follows(
        number(sent, "packetsSent") - 60.0,
        packets(last, "inbound-rtp", "packetsReceived"),
        400.0,
    );
    let bytes = (number(sent, "bytesSent"), packets(last, "inbound-rtp", "bytesReceived"));
    assert_follows(bytes.0 - 60_000.0, bytes.1, 400_000.0);
    assert_eq!(number(received, "packetsLost"), 0.0);
    assert_eq!(packets(last, "inbound-rtp", "packetsLost"), 0.0);
    assert_eq!(number(of_type(theirs, "remote-inbound-rtp"), "packetsLost"), 0.0);
    assert_eq!(packets(last, "remote-inbound-rtp", "packetsLost"), 0.0);
}
