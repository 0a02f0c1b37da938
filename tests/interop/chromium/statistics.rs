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

/// What `SAME` names, at the sender and at the receiver.
type Counts = [(f64, f64); SAME.len()];

fn counts([sender, receiver, _]: &Direction) -> Counts {
    SAME.map(|(sent, received)| (number(sender, sent), number(receiver, received)))
}

fn set_cameras(call: &mut Call<'_>, on: bool) {
    call.command(&json!({ "command": "camera", "on": on }));
    call.page.room("activate", &json!(on));
}

/// Stops both cameras until neither end counts anything more, and starts them again. The browser does
/// not count packets that come before it has made its receiver, which takes as long as it is busy: what
/// both count is compared from here on.
pub(super) fn counts_so_far(call: &mut Call<'_>) -> [Counts; 2] {
    set_cameras(call, false);
    let mut last = directions(call).map(|direction| counts(&direction));
    for _ in 0..50 {
        call.go_on_for(Duration::from_millis(400));
        let now = directions(call).map(|direction| counts(&direction));
        if std::mem::replace(&mut last, now) == now {
            set_cameras(call, true);
            return now;
        }
    }
    panic!("a camera that is off goes on: {last:?}");
}

/// Stops both cameras and waits until all that was sent since `before` has been counted at the other
/// end: then all counts agree.
pub(super) fn check_counts(call: &mut Call<'_>, before: &[Counts; 2]) {
    set_cameras(call, false);
    let since = |last: &[Direction; 2], end: usize| {
        let (now, before) = (counts(&last[end]), &before[end]);
        std::array::from_fn(|i| (now[i].0 - before[i].0, now[i].1 - before[i].1)) as Counts
    };
    let is_settled = |counts: Counts| counts.iter().all(|(sent, received)| sent == received);
    let mut last = directions(call);
    for _ in 0..50 {
        if is_settled(since(&last, 0)) && is_settled(since(&last, 1)) {
            break;
        }
        call.go_on_for(Duration::from_millis(200));
        last = directions(call);
    }
    for (end, [sender, receiver, _]) in last.iter().enumerate() {
        let counts = since(&last, end);
        assert!(is_settled(counts), "{SAME:?} {counts:?}: {sender:#} {receiver:#}");
        assert!(counts[2].0 > 0.0 && counts[4].0 > 0.0, "{SAME:?} {counts:?}");
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
    call.wait_until("both have reports with a round-trip time", |call| {
        let is_timed = |direction: &Direction| direction[2]["roundTripTime"].as_f64() > Some(0.0);
        call.page_statistics("remote-inbound-rtp").len() == 1
            && directions(call).iter().all(is_timed)
    });
    let before = counts_so_far(&mut call);
    call.go_on_for_frames(60);
    directions(&mut call).iter().for_each(check_measures);
    check_counts(&mut call, &before);
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
