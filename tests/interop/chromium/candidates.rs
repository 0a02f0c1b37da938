//! Candidates: names that either end resolves, each family, and TCP.

use roomrtc_test_programs::matrix;
use serde_json::{Value, json};

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;

/// The line without its candidates; `None` if it was one.
fn without_candidates(line: &Value) -> Option<Value> {
    let Some(sdp) = line["sdp"].as_str() else {
        return line.get("candidate").is_none().then(|| line.clone());
    };
    let kept = sdp.split_inclusive('\n').filter(|line| !line.starts_with("a=candidate:"));
    let sdp: String = kept.filter(|line| !line.starts_with("a=end-of-candidates")).collect();
    Some(json!({ "type": line["type"], "sdp": sdp }))
}

/// Every candidate that is in lines, in descriptions or by itself.
fn candidates(lines: &[Value]) -> Vec<String> {
    let texts = lines.iter().flat_map(|line| {
        let member = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let sdp = member("sdp").replace("a=candidate:", "candidate:");
        let all: Vec<String> =
            sdp.lines().map(str::to_owned).chain([member("candidate")]).collect();
        all
    });
    texts.filter(|text| text.starts_with("candidate:")).collect()
}

/// Holds a call until video has gone both ways: the candidates that the page and we told, and the
/// candidate of the page's that we chose.
fn hold(browser: &mut Browser, plan: &CallPlan<'_>) -> ([Vec<String>; 2], String) {
    let mut call = Call::connect(browser, plan);
    call.go_on_for_frames(20);
    let told = [candidates(&call.of_page), candidates(&call.of_peer)];
    let (report, _) = call.hang_up();
    assert!(report["frames"]["decoded"].as_u64() > Some(0), "{report:#}");
    let chosen = report["candidate_pair"]["remote"].as_str().expect("a candidate").to_owned();
    (told, chosen)
}

fn has_address(candidate: &str) -> bool {
    ["10.231.7.", "fd1a:231:7:"].iter().any(|address| candidate.contains(address))
}

#[test]
fn its_names_are_resolved_by_us() {
    let Some(mut browser) = Browser::start_hiding() else { return };
    for browser_offers in [true, false] {
        // It is told none of our candidates: only we can begin.
        let carries = |is_of_page: bool, line: &Value| match is_of_page {
            true => Some(line.clone()),
            false => without_candidates(line),
        };
        let plan = CallPlan { films: false, carries, ..CallPlan::new(browser_offers) };
        let ([of_page, _], chosen) = hold(&mut browser, &plan);
        assert!(of_page.iter().any(|text| text.contains(".local ")), "{of_page:#?}");
        assert!(!of_page.iter().any(|line| has_address(line)), "{of_page:#?}");
        assert!(chosen.starts_with("host "), "{chosen}");
    }
    matrix::record("Chromium", &browser.version, "its mDNS names are resolved by us", "yes");
}

#[test]
fn our_names_are_resolved_by_it() {
    let Some(mut browser) = Browser::start_hiding() else { return };
    for browser_offers in [true, false] {
        // We are told none of its candidates: only it can begin.
        let carries = |is_of_page: bool, line: &Value| match is_of_page {
            true => without_candidates(line),
            false => Some(line.clone()),
        };
        let arguments = &["--hide-addresses"];
        let plan = CallPlan { films: false, carries, arguments, ..CallPlan::new(browser_offers) };
        let ([_, ours], _) = hold(&mut browser, &plan);
        assert!(ours.len() == 2 && ours.iter().all(|text| text.contains(".local ")), "{ours:#?}");
    }
    matrix::record("Chromium", &browser.version, "our mDNS names are resolved by it", "yes");
}

#[test]
fn where_both_hide_only_names_cross() {
    let Some(mut browser) = Browser::start_hiding() else { return };
    for browser_offers in [true, false] {
        for trickle in [true, false] {
            let arguments = &["--hide-addresses"];
            let plan = CallPlan::new(browser_offers);
            let plan = CallPlan { films: false, trickle, arguments, ..plan };
            let (told, _) = hold(&mut browser, &plan);
            assert!(told.iter().all(|told| !told.is_empty()), "{told:#?}");
            assert!(!told.iter().flatten().any(|line| has_address(line)), "{told:#?}");
        }
    }
}

#[test]
fn both_families_are_offered_and_ipv6_alone_will_do() {
    let Some(mut browser) = Browser::start() else { return };
    let (told, _) = hold(&mut browser, &CallPlan::new(true));
    assert!(told.iter().all(|told| told.len() == 2), "{told:#?}");
    for family in ["10.231.7.", "fd1a:231:7:"] {
        assert!(told[1].iter().any(|text| text.contains(family)), "{family}: {told:#?}");
    }
    browser.leave_ipv6_alone();
    for browser_offers in [true, false] {
        let (told, chosen) = hold(&mut browser, &CallPlan::new(browser_offers));
        assert!(!told.iter().flatten().any(|text| text.contains("10.231.7.")), "{told:#?}");
        assert!(chosen.contains("[fd1a:231:7:"), "{chosen}");
    }
    matrix::record("Chromium", &browser.version, "IPv4 and IPv6, and IPv6 alone", "yes");
}

/// The description with candidates over TCP in front of its own, as Chromium writes them on a desk:
/// without a display, and in a namespace, version 156 writes none.
fn with_tcp(is_of_page: bool, line: &Value) -> Option<Value> {
    let tcp = "a=candidate:7 1 tcp 1518280447 192.0.2.77 9 typ host tcptype active generation 0\r\n\
        a=candidate:8 1 tcp 1518214911 2001:db8::77 9 typ host tcptype active generation 0\r\n";
    let mut line = line.clone();
    if let Some(sdp) = line["sdp"].as_str().filter(|_| is_of_page) {
        line["sdp"] = sdp.replacen("a=ice-ufrag", &format!("{tcp}a=ice-ufrag"), 1).into();
    }
    Some(line)
}

#[test]
fn candidates_over_tcp_are_passed_over() {
    let Some(mut browser) = Browser::start() else { return };
    for trickle in [true, false] {
        let plan = CallPlan { trickle, carries: with_tcp, ..CallPlan::new(true) };
        let ([_, ours], chosen) = hold(&mut browser, &plan);
        assert!(!ours.iter().any(|text| text.contains(" tcp ")), "{ours:#?}");
        assert!(!chosen.contains(".77") && !chosen.contains(":77]"), "{chosen}");
    }
    matrix::record("Chromium", &browser.version, "TCP ignored cleanly", "yes");
}
