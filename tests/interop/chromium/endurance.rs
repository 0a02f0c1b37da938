//! A long call.

use std::fs;
use std::time::Duration;

use roomrtc_test_programs::matrix;

use super::browser::Browser;
use super::call::Call;
use super::call_plan::CallPlan;
use super::frame_log::FrameLog;
use super::statistics::{check_counts, counts_so_far};

/// The first seconds, in which queues, pools and the browser's bit rate find their sizes.
const WARMING_UP: Duration = Duration::from_secs(5);
/// What our process may grow by after that, in kibibytes: as much for ten minutes as for twenty seconds.
const MOST_GROWTH: u64 = 16 * 1_024;
/// How much older the last frames may be than the first, in microseconds.
const MOST_DRIFT: i64 = 250_000;
/// The longest time without a new frame, in microseconds.
const LONGEST_GAP: u64 = 2_000_000;

/// How long the call lasts: `ROOMRTC_SOAK` seconds, 20 if that is not set.
fn time() -> Duration {
    let seconds = std::env::var("ROOMRTC_SOAK").map_or(20, |text| {
        text.parse().unwrap_or_else(|_| panic!("ROOMRTC_SOAK is no number of seconds: {text}"))
    });
    Duration::from_secs(seconds)
}

/// The resident memory of a process, in kibibytes.
fn memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a size");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

fn median(mut ages: Vec<i64>) -> i64 {
    ages.sort_unstable();
    ages[ages.len() / 2]
}

/// The median age of the first and of the last third of some frames; `ages` tells how old some are.
fn drift(log: &FrameLog, ages: impl Fn(&FrameLog) -> Vec<i64>) -> (i64, i64) {
    let third = log.0.len() / 3;
    let part = |frames: &[_]| median(ages(&FrameLog(frames.to_vec())));
    (part(&log.0[..third]), part(&log.0[log.0.len() - third..]))
}

#[test]
fn a_long_call_neither_drifts_nor_grows_nor_freezes() {
    let Some(mut browser) = Browser::start() else { return };
    let mut call = Call::connect(&mut browser, &CallPlan::new(true));
    call.go_on_for(WARMING_UP);
    let counted = counts_so_far(&mut call);
    let (process, first) = (call.peer.id(), (call.seen.0.len(), call.decoded().0.len()));
    let before = memory(process);
    call.go_on_for(time());
    let after = memory(process);
    call.take_all_frames();
    let seen = FrameLog(call.seen.0[first.0..].to_vec());
    let decoded = FrameLog(call.decoded().0[first.1..].to_vec());
    let camera = call.camera.clone();
    check_counts(&mut call, &counted);
    call.hang_up();
    println!("{before} KiB, then {after} KiB");
    assert!(after < before + MOST_GROWTH, "{before} KiB, then {after} KiB");
    let drifts = [drift(&seen, FrameLog::ages), drift(&decoded, |log| log.ages_since(&camera))];
    println!("ages in microseconds, first and last: {drifts:?}");
    assert!(drifts.iter().all(|(first, last)| last - first < MOST_DRIFT), "{drifts:?}");
    let gaps = [&seen, &decoded].map(FrameLog::longest_gap);
    println!("longest gaps in microseconds: {gaps:?}");
    assert!(gaps.iter().all(|gap| *gap < LONGEST_GAP), "{gaps:?}");
    let result = format!("{} s", time().as_secs());
    matrix::record("Chromium", &browser.version, "no drift, leak or freeze", &result);
}
