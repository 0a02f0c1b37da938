//! Every frame, from one end's camera to the other's canvas.

use roomrtc_test_programs::matrix;

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;
use super::film;
use super::frame_log::FrameLog;

/// Frames that must be seen at either end.
const FRAMES: usize = 150;
/// No picture takes so long on a path without loss, however busy the machine.
const OLDEST: i64 = 5_000_000;

fn median(ages: &[i64]) -> i64 {
    ages[ages.len() / 2]
}

/// Our card's frames are numbered as they are encoded: what the browser decodes has every number once
/// and in order, from the first it decoded to the last.
fn check_ours(seen: &FrameLog) {
    let numbers = seen.numbers();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");
    let sent = numbers[numbers.len() - 1] - numbers[0] + 1;
    assert!(numbers.len() as u64 * 100 >= sent * 97, "{} of {sent}: {numbers:?}", numbers.len());
    let ages = seen.ages();
    assert!(ages[0] > 0, "decoded before it was captured: {ages:?}");
    assert!(median(&ages) < OLDEST, "{ages:?}");
}

/// What we decode is what the browser's camera has shown: no picture twice unless the camera had it
/// twice, none out of order.
fn check_theirs(decoded: &FrameLog, camera: &FrameLog) {
    let (shown, numbers) = (camera.film_numbers(), decoded.film_numbers());
    let repeats = |numbers: &[u64]| numbers.windows(2).filter(|pair| pair[0] == pair[1]).count();
    // Who watches the camera misses pictures while the machine is busy, and so repeats among them.
    let most = repeats(&shown) + numbers.len() / 20;
    assert!(repeats(&numbers) <= most, "{numbers:?}\n{shown:?}");
    // Counted on at every step back, a frame out of order would be nearly a whole film later.
    let furthest = numbers.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    assert!(furthest < u64::from(film::PICTURES) / 2, "{numbers:?}");
    let ages = decoded.ages_since(camera);
    assert!(ages.len() * 3 >= decoded.0.len(), "{} of {}", ages.len(), decoded.0.len());
    assert!(median(&ages) < OLDEST, "{ages:?}");
}

fn check(browser_offers: bool, row: &str) {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = Call::connect(&mut browser, &CallPlan::new(browser_offers));
    call.go_on_for_frames(FRAMES);
    let (seen, camera) = (call.seen.clone(), call.camera.clone());
    let encoded = call.page_statistics("outbound-rtp")[0]["framesEncoded"].as_u64();
    let decoded = call.hang_up().1;
    check_ours(&seen);
    check_theirs(&decoded, &camera);
    let encoded = encoded.expect("a count") as usize;
    assert!(decoded.0.len() * 100 >= encoded * 95, "{} of {encoded}", decoded.0.len());
    assert!(decoded.0.iter().all(|frame| frame.size.0 <= film::SIZE.0));
    matrix::record("Chromium", &browser.version, row, "every frame");
}

#[test]
fn every_frame_is_right_when_it_offers() {
    check(true, "frame by frame, it offers");
}

#[test]
fn every_frame_is_right_when_we_offer() {
    check(false, "frame by frame, we offer");
}
