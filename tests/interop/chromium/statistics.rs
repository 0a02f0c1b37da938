//! What Chromium counts and what we count.

use std::time::Duration;

use roomrtc_test_programs::matrix;
use serde_json::{Value, json};

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;

/// What must be the same at both ends once nothing is on its way: its name at the sender, and at the
/// receiver.
const SAME: [(&str, &str); 6] = [
    ("packetsSent", "packetsReceived"),
    ("bytesSent", "bytesReceived"),
    ("framesSent", "framesReceived"),
    ("framesEncoded", "framesDecoded"),
    ("keyFramesEncoded", "keyFramesDecoded"),
    ("pliCount", "pliCount"),
];

/// Measured by either end of the same path, which is a cable within the machine.
const LONGEST_ROUND_TRIP: f64 = 0.5;
/// Two measures of jitter, of moments some seconds apart.
const MOST_JITTER: f64 = 0.2;

/// Both ends' statistics of one direction: sender, receiver, and what the receiver's reports told the
/// sender.
type Direction = [Value; 3];

/// Of our video to the browser, then of the browser's to us.
fn directions(call: &mut Call<'_>) -> [Direction; 2] {
    let ours = call.statistics();
    let theirs = ["outbound-rtp", "inbound-rtp", "remote-inbound-rtp"];
    let [outbound, inbound, remote] = theirs.map(|kind| call.page_statistic(kind));
    let own = |kind: &str| ours[kind].clone();
    [
        [own("outbound-rtp"), inbound, own("remote-inbound-rtp")],
        [outbound, own("inbound-rtp"), remote],
    ]
}

fn number(statistics: &Value, name: &str) -> f64 {
    statistics[name].as_f64().unwrap_or_else(|| panic!("no {name} in {statistics:#}"))
}

fn is_settled([sender, receiver, _]: &Direction) -> bool {
    SAME.iter().all(|(sent, received)| number(sender, sent) == number(receiver, received))
}

/// Stops both cameras and waits until all that was sent has been counted at the other end: then all
/// counts agree.
pub(super) fn check_counts(call: &mut Call<'_>) {
    call.command(&json!({ "command": "camera", "on": false }));
    call.page.room("activate", &json!(false));
    let mut last = directions(call);
    for _ in 0..50 {
        if last.iter().all(is_settled) {
            break;
        }
        call.go_on_for(Duration::from_millis(200));
        last = directions(call);
    }
    for direction in &last {
        let [sender, receiver, _] = direction;
        for (sent, received) in SAME {
            let counts = (number(sender, sent), number(receiver, received));
            assert_eq!(counts.0, counts.1, "{sent}: {sender:#} {receiver:#}");
        }
        assert!(number(sender, "framesSent") > 0.0 && number(sender, "keyFramesEncoded") > 0.0);
        assert_eq!(number(receiver, "packetsLost"), 0.0, "{receiver:#}");
    }
}

/// What is measured and not counted is near at both ends.
fn check_measures([_, receiver, remote]: &Direction) {
    let round_trip = number(remote, "roundTripTime");
    assert!(round_trip > 0.0 && round_trip < LONGEST_ROUND_TRIP, "{remote:#}");
    assert_eq!(number(remote, "packetsLost"), 0.0, "{remote:#}");
    assert_eq!(number(remote, "fractionLost"), 0.0, "{remote:#}");
    let jitters = (number(receiver, "jitter"), number(remote, "jitter"));
    assert!((jitters.0 - jitters.1).abs() < MOST_JITTER, "{receiver:#} {remote:#}");
}

fn check(browser_offers: bool, row: &str) {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = Call::connect(&mut browser, &CallPlan::new(browser_offers));
    call.go_on_for_frames(60);
    call.wait_until("both have reports with a round-trip time", |call| {
        let is_timed = |direction: &Direction| direction[2]["roundTripTime"].as_f64() > Some(0.0);
        call.page_statistics("remote-inbound-rtp").len() == 1
            && directions(call).iter().all(is_timed)
    });
    directions(&mut call).iter().for_each(check_measures);
    check_counts(&mut call);
    call.hang_up();
    matrix::record("Chromium", &browser.version, row, "equal");
}

#[test]
fn both_count_the_same_when_it_offers() {
    check(true, "statistics of both ends, it offers");
}

#[test]
fn both_count_the_same_when_we_offer() {
    check(false, "statistics of both ends, we offer");
}
