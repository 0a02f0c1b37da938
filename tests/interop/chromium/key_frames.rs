//! A key frame for who asks for one.

use roomrtc_test_programs::matrix;
use serde_json::{Value, json};

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;

fn count(statistics: &Value, name: &str) -> u64 {
    statistics[name].as_u64().unwrap_or_else(|| panic!("no {name} in {statistics:#}"))
}

/// Of the browser's receiver and our sender: requests, and key frames.
fn of_ours(call: &mut Call<'_>) -> [u64; 4] {
    let ours = call.statistics()["outbound-rtp"].clone();
    let theirs = call.page_statistic("inbound-rtp");
    let names = ["pliCount", "keyFramesDecoded"].map(|name| count(&theirs, name));
    [names[0], count(&ours, "pliCount"), count(&ours, "keyFramesEncoded"), names[1]]
}

/// Of our receiver and the browser's sender: requests, and key frames.
fn of_theirs(call: &mut Call<'_>) -> [u64; 4] {
    let ours = call.statistics()["inbound-rtp"].clone();
    let theirs = call.page_statistic("outbound-rtp");
    let names = ["pliCount", "keyFramesEncoded"].map(|name| count(&theirs, name));
    [count(&ours, "pliCount"), names[0], names[1], count(&ours, "keyFramesDecoded")]
}

/// One request is one picture loss indication, and brings one key frame.
fn check(
    call: &mut Call<'_>,
    ask: impl Fn(&mut Call<'_>),
    counts: impl Fn(&mut Call<'_>) -> [u64; 4],
) {
    let before = counts(call);
    let expected = before.map(|count| count + 1);
    ask(call);
    let mut after = before;
    call.wait_until("the key frame is decoded", |call| {
        after = counts(call);
        after.iter().zip(expected).all(|(after, expected)| *after >= expected)
    });
    assert_eq!(after, expected);
    call.go_on_for_frames(10);
}

#[test]
fn its_request_brings_our_key_frame() {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = Call::connect(&mut browser, &CallPlan::new(true));
    call.page.evaluate("room.prepareKeyFrameRequests()");
    call.go_on_for_frames(10);
    for _ in 0..3 {
        let ask = |call: &mut Call<'_>| drop(call.page.evaluate("room.requestKeyFrame()"));
        check(&mut call, ask, of_ours);
    }
    call.hang_up();
    matrix::record("Chromium", &browser.version, "its PLI brings our key frame", "yes");
}

#[test]
fn our_request_brings_its_key_frame() {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = Call::connect(&mut browser, &CallPlan::new(true));
    call.go_on_for_frames(10);
    for _ in 0..3 {
        let ask = |call: &mut Call<'_>| call.command(&json!({ "command": "key-frame" }));
        check(&mut call, ask, of_theirs);
    }
    call.hang_up();
    matrix::record("Chromium", &browser.version, "our PLI brings its key frame", "yes");
}
