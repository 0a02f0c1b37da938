//! Negotiations after the first: cameras off and on, directions, ICE restarts, more offers, and offers
//! that meet.

use roomrtc_test_programs::matrix;
use serde_json::{Value, json};

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;
use super::end::End;

/// A call with a plan, in which both ends' frames flow.
fn flowing<'a>(browser: &'a mut Browser, plan: &CallPlan<'_>) -> Call<'a> {
    let mut call = Call::connect(browser, plan);
    call.go_on_for_frames(5);
    call
}

fn is_description(line: &&Value) -> bool {
    line.get("sdp").is_some()
}

/// How many descriptions the page and our end have written.
fn descriptions(call: &Call<'_>) -> (usize, usize) {
    let count = |lines: &[Value]| lines.iter().filter(is_description).count();
    (count(&call.of_page), count(&call.of_peer))
}

/// Waits for one more description of each end, and for the end of the negotiation.
fn wait_for_exchange(call: &mut Call<'_>, before: (usize, usize)) {
    call.wait_until("offer and answer are exchanged", |call| {
        let now = descriptions(call);
        now.0 > before.0
            && now.1 > before.1
            && call.page.evaluate("room.signalingState()") == "stable"
    });
}

#[test]
fn its_camera_goes_off_and_on() {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = flowing(&mut browser, &CallPlan::new(true));
    for _ in 0..2 {
        // A track that is not enabled is black, and has no code.
        call.page.room("enableCamera", &json!(false));
        call.wait_until("its picture is black", |call| {
            call.decoded().0.iter().rev().take(2).all(|frame| frame.code.is_none())
        });
        call.go_on_for_frames_of(End::Ours, 5);
        call.page.room("enableCamera", &json!(true));
        call.wait_until("its picture is back", |call| {
            call.decoded().0.iter().rev().take(10).all(|frame| frame.code.is_some())
        });
        call.page.room("sendCamera", &json!(false));
        call.wait_until_quiet(End::Browser);
        call.go_on_for_frames_of(End::Ours, 5);
        call.page.room("sendCamera", &json!(true));
        call.go_on_for_frames(5);
    }
    call.hang_up();
    matrix::record("Chromium", &browser.version, "its camera off and on", "yes");
}

#[test]
fn our_camera_goes_off_and_on() {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = flowing(&mut browser, &CallPlan::new(true));
    for _ in 0..2 {
        call.command(&json!({ "command": "camera", "on": false }));
        call.wait_until_quiet(End::Ours);
        call.go_on_for_frames_of(End::Browser, 5);
        call.command(&json!({ "command": "camera", "on": true }));
        call.go_on_for_frames(5);
    }
    call.hang_up();
    matrix::record("Chromium", &browser.version, "our camera off and on", "yes");
}

/// Each direction, as one end states it and as the other does, and whose frames then flow.
const DIRECTIONS: [(&str, &str, bool, bool); 6] = [
    ("recvonly", "sendonly", false, true),
    ("sendrecv", "sendrecv", true, true),
    ("sendonly", "recvonly", true, false),
    ("inactive", "inactive", false, false),
    ("recvonly", "sendonly", false, true),
    ("sendrecv", "sendrecv", true, true),
];

/// Goes through all directions; `change` has the first end, `first`, change it.
fn check_directions(
    call: &mut Call<'_>,
    (first, second): (End, End),
    change: impl Fn(&mut Call<'_>, &str),
) {
    for (stated, mirrored, first_sends, second_sends) in DIRECTIONS {
        let before = descriptions(call);
        change(call, stated);
        wait_for_exchange(call, before);
        let of_browser = if first == End::Browser { stated } else { mirrored };
        assert_eq!(call.page.evaluate("room.sections()")[0]["current"], of_browser);
        for (end, sends) in [(first, first_sends), (second, second_sends)] {
            match sends {
                true => call.go_on_for_frames_of(end, 5),
                false => call.wait_until_quiet(end),
            }
        }
    }
}

#[test]
fn directions_change_from_its_side() {
    let Some(mut browser) = Browser::start() else { return };
    for browser_offers in [true, false] {
        let mut call = flowing(&mut browser, &CallPlan::new(browser_offers));
        check_directions(&mut call, (End::Browser, End::Ours), |call, direction| {
            call.page.room("setDirection", &json!(direction));
        });
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "directions changed by it", "yes");
}

#[test]
fn directions_change_from_our_side() {
    let Some(mut browser) = Browser::start() else { return };
    for browser_offers in [true, false] {
        let mut call = flowing(&mut browser, &CallPlan::new(browser_offers));
        check_directions(&mut call, (End::Ours, End::Browser), |call, direction| {
            call.command(&json!({ "command": "direction", "direction": direction }));
        });
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "directions changed by us", "yes");
}

/// The fragment of the last description of one end.
fn fragment(lines: &[Value]) -> String {
    let last = lines.iter().rfind(is_description).expect("a description");
    let sdp = last["sdp"].as_str().expect("text");
    let line = sdp.lines().find_map(|line| line.strip_prefix("a=ice-ufrag:"));
    line.expect("a fragment").to_owned()
}

/// The fragments under which the browser uses a pair of candidates: its own and ours.
fn fragments_in_use(call: &mut Call<'_>) -> [Value; 2] {
    let transport = call.page_statistic("transport");
    let pairs = call.page_statistics("candidate-pair");
    let used = pairs.iter().find(|pair| pair["id"] == transport["selectedCandidatePairId"]);
    let Some(pair) = used else { return Default::default() };
    let candidates = ["local-candidate", "remote-candidate"].map(|kind| call.page_statistics(kind));
    let ids = [&pair["localCandidateId"], &pair["remoteCandidateId"]];
    let fragment = |(candidates, id): (&Vec<Value>, &Value)| {
        let candidate = candidates.iter().find(|candidate| candidate["id"] == *id);
        candidate.map(|candidate| candidate["usernameFragment"].clone()).unwrap_or_default()
    };
    [fragment((&candidates[0], ids[0])), fragment((&candidates[1], ids[1]))]
}

fn check_restart(call: &mut Call<'_>, restart: impl Fn(&mut Call<'_>)) {
    let fragments = |call: &Call<'_>| [fragment(&call.of_page), fragment(&call.of_peer)];
    let (before, old) = (descriptions(call), fragments(call));
    restart(call);
    wait_for_exchange(call, before);
    let new = fragments(call);
    assert!(new[0] != old[0] && new[1] != old[1], "{old:?} {new:?}");
    call.wait_until("a pair of the new generation is used", |call| {
        fragments_in_use(call).iter().zip(&new).all(|(used, new)| used == new)
    });
    call.go_on_for_frames(10);
}

/// Over IPv4 alone. With both families Chromium 156 was seen to gather one of them anew, and then to
/// stay with its pair of the other, of the old generation, for as long as that worked.
#[test]
fn ice_restarts_from_either_side() {
    let Some(mut browser) = Browser::start() else { return };
    browser.leave_ipv4_alone();
    for browser_offers in [true, false] {
        let mut call = flowing(&mut browser, &CallPlan::new(browser_offers));
        for _ in 0..2 {
            check_restart(&mut call, |call| drop(call.page.evaluate("room.restartIce()")));
            check_restart(&mut call, |call| call.command(&json!({ "command": "restart-ice" })));
        }
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "ICE restarts by either", "yes");
}

#[test]
fn more_offers_come_from_either_side() {
    let Some(mut browser) = Browser::start() else { return };
    for browser_offers in [true, false] {
        let mut call = flowing(&mut browser, &CallPlan::new(browser_offers));
        let old = [fragment(&call.of_page), fragment(&call.of_peer)];
        for _ in 0..2 {
            let before = descriptions(&call);
            call.page.evaluate("room.offer()");
            wait_for_exchange(&mut call, before);
            let before = descriptions(&call);
            call.command(&json!({ "command": "offer" }));
            wait_for_exchange(&mut call, before);
            call.go_on_for_frames(5);
        }
        // The transport is the same one.
        assert_eq!([fragment(&call.of_page), fragment(&call.of_peer)], old);
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "a second offer by either", "yes");
}

/// Has both ends offer before either has the other's offer.
fn meet(call: &mut Call<'_>) {
    call.is_holding = true;
    let before = descriptions(call);
    call.command(&json!({ "command": "offer" }));
    call.page.evaluate("room.offer()");
    call.wait_until("both have offered", |call| {
        let now = descriptions(call);
        now.0 > before.0 && now.1 > before.1
    });
    call.is_holding = false;
}

/// Who was polite has given way, and nobody else.
fn wait_for_politeness(call: &mut Call<'_>, browser_is_polite: bool, meetings: usize) {
    let expected = if browser_is_polite { "gaveWay" } else { "ignored" };
    call.wait_until(expected, |call| {
        let done = call.told.iter().filter(|told| told.get(expected).is_some()).count();
        done == meetings && call.page.evaluate("room.signalingState()") == "stable"
    });
    let other = if browser_is_polite { "ignored" } else { "gaveWay" };
    assert!(call.told.iter().all(|told| told.get(other).is_none()), "{:#?}", call.told);
}

#[test]
fn offers_that_meet_are_resolved() {
    let Some(mut browser) = Browser::start() else { return };
    for browser_is_polite in [true, false] {
        let plan = CallPlan { browser_is_polite, ..CallPlan::new(true) };
        let mut call = flowing(&mut browser, &plan);
        for meetings in 1..=3 {
            meet(&mut call);
            wait_for_politeness(&mut call, browser_is_polite, meetings);
            call.go_on_for_frames(5);
        }
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "offers that meet, either polite", "yes");
}

#[test]
fn first_offers_that_meet_are_resolved() {
    let Some(mut browser) = Browser::start() else { return };
    for browser_is_polite in [true, false] {
        let plan = CallPlan { browser_is_polite, we_offer: true, ..CallPlan::new(true) };
        let mut call = Call::start_holding(&mut browser, &plan);
        call.wait_until("both have offered", |call| {
            let now = descriptions(call);
            now.0 > 0 && now.1 > 0
        });
        call.is_holding = false;
        wait_for_politeness(&mut call, browser_is_polite, 1);
        call.go_on_for_frames(20);
        call.hang_up();
    }
    matrix::record("Chromium", &browser.version, "first offers that meet, either polite", "yes");
}
