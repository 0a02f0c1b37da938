//! A bad network between us and Chromium.

use std::time::Duration;

use roomrtc_test_programs::matrix;

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;
use super::frame_log::FrameLog;

/// 5 % lost, up to 50 ms of jitter and 1 Mbit/s, both ways. Nobody here adapts what is sent to the
/// network yet, so that it is asked to carry less than it can.
const NETWORK: [&str; 8] = ["--loss", "5", "--jitter", "50", "--rate", "1M", "--bitrate", "500k"];
/// For how long.
const TIME: Duration = Duration::from_secs(20);
/// Within so many microseconds the picture is back, whatever was lost: the stated recovery time.
const RECOVERY: u64 = 3_000_000;

/// Holds a call over the network; says what was measured of it.
fn check(browser_offers: bool, row: &str) -> String {
    let Some(mut browser) = Browser::start() else { return "skipped".into() };
    let plan = CallPlan { arguments: &NETWORK, ..CallPlan::new(browser_offers) };
    let mut call = Call::connect(&mut browser, &plan);
    call.go_on_for(TIME);
    call.take_all_frames();
    let seen = call.seen.clone();
    let (report, decoded) = call.hang_up();
    let gaps = [&seen, &decoded].map(FrameLog::longest_gap);
    let counts = [&seen, &decoded].map(|log| log.0.len());
    let measured = format!("{counts:?} frames, longest gaps {gaps:?} microseconds, {report:#}");
    assert!(gaps.iter().all(|gap| *gap < RECOVERY), "{measured}");
    // Of what is decoded, nothing is broken: every code is right, and none comes twice or late.
    let numbers = seen.numbers();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    decoded.numbers();
    assert!(counts.iter().all(|count| *count > 60), "{counts:?}");
    let longest = gaps.iter().max().copied().unwrap_or_default() / 1_000;
    let result = format!("back within 3 s; longest here {longest} ms");
    matrix::record("Chromium", &browser.version, row, &result);
    measured
}

#[test]
fn the_picture_comes_back_when_it_offers() {
    println!("{}", check(true, "5 % loss, 50 ms jitter, 1 Mbit/s, it offers"));
}

#[test]
fn the_picture_comes_back_when_we_offer() {
    println!("{}", check(false, "5 % loss, 50 ms jitter, 1 Mbit/s, we offer"));
}
