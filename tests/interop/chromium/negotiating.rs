//! Who offers, with and without trickle, and what is done to sections that we do not have.

use roomrtc_test_programs::matrix;
use serde_json::Value;

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;

/// Holds a call until each end has decoded frames of the other, both describe the same state, and the
/// other end hangs up without complaint. Returns the lines that the page and our end wrote.
fn hold(browser: &mut Browser, plan: &CallPlan<'_>) -> [Vec<Value>; 2] {
    let mut call = Call::connect(browser, plan);
    call.go_on_for_frames(20);
    let lines = [call.of_page.clone(), call.of_peer.clone()];
    let transport = call.page_statistic("transport");
    let (report, decoded) = call.hang_up();
    // The 1.2 of TLS in its own numbers: RFC 6347 section 4.1.
    assert_eq!(transport["tlsVersion"], "FEFD");
    assert_eq!(transport["srtpCipher"], report["srtp_profile"], "{report:#}");
    assert!(decoded.0.len() >= 20);
    lines
}

fn sdp(line: &Value) -> &str {
    line["sdp"].as_str().unwrap_or_else(|| panic!("no description: {line:#}"))
}

/// Candidates come after the description, one a line, up to the end of them.
fn is_trickled(lines: &[Value]) -> bool {
    let candidates = lines.iter().filter(|line| line.get("candidate").is_some());
    let text = |line: &Value| line["candidate"].as_str().unwrap_or_default().to_owned();
    let texts: Vec<String> = candidates.map(text).collect();
    texts.len() > 1 && texts.last().is_some_and(String::is_empty)
}

fn check(browser_offers: bool, trickle: bool, row: &str) {
    let Some(mut browser) = Browser::start() else { return };
    let plan = CallPlan { trickle, ..CallPlan::new(browser_offers) };
    let lines = hold(&mut browser, &plan);
    for lines in &lines {
        let sdp = sdp(&lines[0]);
        match trickle {
            true => assert!(is_trickled(lines), "{lines:#?}"),
            false => assert!(lines.len() == 1 && sdp.contains("a=candidate:"), "{lines:#?}"),
        }
    }
    let kinds = lines.each_ref().map(|lines| lines[0]["type"].as_str().unwrap_or_default());
    assert_eq!(kinds, if browser_offers { ["offer", "answer"] } else { ["answer", "offer"] });
    matrix::record("Chromium", &browser.version, row, "yes");
}

#[test]
fn it_offers_and_we_answer() {
    check(true, true, "video both ways, it offers");
}

#[test]
fn we_offer_and_it_answers() {
    check(false, true, "video both ways, we offer");
}

#[test]
fn it_offers_without_trickle() {
    check(true, false, "without trickle, it offers");
}

#[test]
fn we_offer_without_trickle() {
    check(false, false, "without trickle, we offer");
}

/// The media lines of a description: what they are of, and whether they are rejected.
fn sections(sdp: &str) -> Vec<(&str, bool)> {
    let is_rejected =
        |line: &str| line.split_once(' ').is_some_and(|(_, rest)| rest.starts_with("0 "));
    let lines = sdp.lines().filter_map(|line| line.strip_prefix("m="));
    lines.map(|line| (line.split(' ').next().unwrap_or_default(), is_rejected(line))).collect()
}

fn group(sdp: &str) -> Option<&str> {
    sdp.lines().find_map(|line| line.strip_prefix("a=group:BUNDLE "))
}

/// Audio that comes first brings the transport, as long as no candidates show that video has another: it
/// is accepted as inactive then.
#[test]
fn its_audio_and_data_are_rejected_while_video_runs() {
    let Some(mut browser) = Browser::start() else { return };
    let orders = [
        ["audio", "video", "data"],
        ["data", "video", "audio"],
        ["audio", "data", "video"],
        ["video", "audio", "data"],
    ];
    for order in orders {
        let plan = CallPlan { sections: &order, ..CallPlan::new(true) };
        let [of_page, of_peer] = hold(&mut browser, &plan);
        let (offer, answer) = (sdp(&of_page[0]), sdp(&of_peer[0]));
        let kind = |kind| if kind == "data" { "application" } else { kind };
        let offered = order.map(|section| (kind(section), false));
        assert_eq!(sections(offer), offered, "{offer}");
        assert_eq!(group(offer), Some("0 1 2"));
        let is_idle = order[0] == "audio";
        let is_rejected = |section| section == "data" || section == "audio" && !is_idle;
        let answered = order.map(|section| (kind(section), is_rejected(section)));
        assert_eq!(sections(answer), answered, "{answer}");
        assert_eq!(answer.matches("a=sendrecv").count(), 1, "{answer}");
        // The offer's tag is its first section: a rejected one can not be the answer's.
        let place = order.iter().position(|section| *section == "video").expect("video");
        let tags = if is_idle { format!("0 {place}") } else { place.to_string() };
        assert_eq!(group(answer), Some(tags.as_str()), "{answer}");
    }
    matrix::record("Chromium", &browser.version, "its audio and data refused", "yes");
}

/// With one transport for all, told of or not: without the first section it refuses an answer.
#[test]
fn its_only_transport_stays_with_its_audio() {
    let Some(mut browser) = Browser::start() else { return };
    for trickle in [true, false] {
        let bundle_policy = Some("max-bundle");
        let sections_of = &["audio", "video"];
        let plan =
            CallPlan { sections: sections_of, trickle, bundle_policy, ..CallPlan::new(true) };
        let [_, of_peer] = hold(&mut browser, &plan);
        let answer = sdp(&of_peer[0]);
        assert_eq!(sections(answer), [("audio", false), ("video", false)], "{answer}");
        assert_eq!(answer.matches("a=inactive").count(), 1, "{answer}");
    }
}
