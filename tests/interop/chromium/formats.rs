//! Each format of H.264 that Chromium lists, in both roles.

use roomrtc_test_programs::matrix;
use serde_json::Value;

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;

/// A parameter of a format, `profile-level-id` for one.
fn parameter<'a>(format: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = format.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Profile and packetization mode, which both ends must have alike: the level is each end's own.
fn identity(format: &str) -> (String, String) {
    let profile = parameter(format, "profile-level-id").unwrap_or("42000a");
    let mode = parameter(format, "packetization-mode").unwrap_or("0");
    (profile[..4].to_owned(), mode.to_owned())
}

/// The profiles that OpenH264 decodes. The fourth that Chromium lists, High 4:4:4 Predictive (`f4`),
/// needs three planes of the same size. Chromium itself has it for receiving alone.
fn is_ours(format: &str) -> bool {
    !parameter(format, "profile-level-id").expect("a profile").starts_with("f4")
}

/// The formats of H.264 in a description of ours.
fn formats(description: &Value) -> Vec<&str> {
    let lines = description["sdp"].as_str().expect("text").lines();
    let lines = lines.filter_map(|line| line.strip_prefix("a=fmtp:")?.split_once(' '));
    lines.map(|(_, format)| format).filter(|format| !format.starts_with("apt=")).collect()
}

/// The format of a stream, as the browser says.
fn used(call: &mut Call<'_>, kind: &str) -> (String, String) {
    let (codecs, stream) = (call.page_statistics("codec"), call.page_statistic(kind));
    let codec = codecs.iter().find(|codec| codec["id"] == stream["codecId"]);
    let codec = codec.unwrap_or_else(|| panic!("{stream:#}"));
    assert_eq!(codec["mimeType"], "video/H264");
    identity(codec["sdpFmtpLine"].as_str().expect("text"))
}

/// Video runs with the format and no other.
fn check_runs(browser: &mut Browser, plan: &CallPlan<'_>, format: &str) {
    let mut call = Call::connect(browser, plan);
    call.go_on_for_frames(10);
    let [sent, received] = ["outbound-rtp", "inbound-rtp"].map(|kind| used(&mut call, kind));
    let described = call.of_peer[0].clone();
    call.hang_up();
    let ours: Vec<_> = formats(&described).into_iter().map(identity).collect();
    assert!(ours.contains(&identity(format)), "{format} in {described:#}");
    assert_eq!(received, identity(format));
    if plan.browser_offers {
        assert_eq!((ours.len(), sent), (1, identity(format)), "{described:#}");
    } else {
        // It sends the first format of our offer, whatever it has answered: seen of Chromium 156, where
        // RFC 3264 section 6.1 has it send what it has answered.
        assert!(sent == identity(format) || sent == ours[0], "{sent:?}");
    }
}

/// The section is rejected in the answer, and our end says why the call is over.
fn check_is_refused(browser: &mut Browser, plan: &CallPlan<'_>) {
    let mut call = Call::start(browser, plan);
    call.wait_until("both descriptions are there", |call| {
        !call.of_page.is_empty() && !call.of_peer.is_empty()
    });
    let answer = if plan.browser_offers { &call.of_peer[0] } else { &call.of_page[0] };
    assert!(answer["sdp"].as_str().expect("text").contains("m=video 0 "), "{answer:#}");
    let Call { peer, page, .. } = call;
    let (code, said) = peer.finish();
    drop(page);
    assert!(code != 0 && said.contains("video"), "{code}: {said}");
}

fn check(browser_offers: bool, row: &str) {
    let Some(mut browser) = Browser::start() else { return };
    let formats = browser.formats();
    assert!(formats.len() >= 6, "{formats:?}");
    for format in &formats {
        let plan = CallPlan { codec: Some(format), ..CallPlan::new(browser_offers) };
        match is_ours(format) {
            true => check_runs(&mut browser, &plan, format),
            false => {
                check_is_refused(&mut browser, &CallPlan { browser_sends: false, ..plan });
            }
        }
    }
    let count = formats.iter().filter(|format| is_ours(format)).count();
    let result = format!("{count} of {}, the rest refused", formats.len());
    matrix::record("Chromium", &browser.version, row, &result);
}

#[test]
fn every_format_of_its_offer_runs_or_is_refused() {
    check(true, "each H.264 format, it offers");
}

#[test]
fn every_format_of_its_answer_runs_or_is_refused() {
    check(false, "each H.264 format, we offer");
}
