//! Events through the layer, into the ring, the panel and the files.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tracing::Level;
use tracing_subscriber::Registry;
use tracing_subscriber::layer::SubscriberExt;

use super::*;
use crate::desktop::LogView;

fn line(level: Level, target: &str, text: &str) -> LogLine {
    let [time, target, text] = ["12:00", target, text].map(str::to_owned);
    LogLine { number: 0, time, level, target, text }.tidy()
}

fn ring() -> LogRing {
    let mut ring = LogRing::default();
    ring.push(line(Level::INFO, "roomrtc_gui::client", "The Server is there"));
    ring.push(line(Level::DEBUG, "roomrtc_gui::client", "details"));
    ring.push(line(Level::WARN, "roomrtc_gui::clients", "a warning"));
    ring.push(line(Level::ERROR, "roomrtc_media", "an ERROR"));
    ring
}

fn shown(view: &LogView) -> Vec<String> {
    let mut lines = ShownLines::default();
    lines.update(&ring(), view);
    lines.lines().iter().map(|line| line.text.clone()).collect()
}

#[test]
fn level_part_and_search_choose_lines() {
    let view = LogView::default();
    assert_eq!(shown(&view), ["The Server is there", "a warning", "an ERROR"]);
    assert_eq!(shown(&LogView { level: Level::WARN, ..view.clone() }), ["a warning", "an ERROR"]);
    let client =
        LogView { level: Level::TRACE, target: "roomrtc_gui::client".into(), ..view.clone() };
    assert_eq!(shown(&client), ["The Server is there", "details"]);
    assert_eq!(
        shown(&LogView { search: "sERVER".into(), ..view.clone() }),
        ["The Server is there"]
    );
    assert_eq!(shown(&LogView { search: "Media".into(), ..view.clone() }), ["an ERROR"]);
    assert_eq!(shown(&LogView { search: "no such".into(), ..view }), [""; 0]);
}

#[test]
fn the_ring_keeps_the_newest_and_the_panel_follows() {
    let (mut ring, mut lines, view) =
        (LogRing::default(), ShownLines::default(), LogView::default());
    for number in 0..LogRing::MOST + 10 {
        let level = if number % 2 == 0 { Level::INFO } else { Level::DEBUG };
        ring.push(line(level, "roomrtc", &number.to_string()));
        if number % 7 == 0 {
            lines.update(&ring, &view);
        }
    }
    lines.update(&ring, &view);
    assert_eq!((ring.dropped(), ring.since(0).len()), (10, LogRing::MOST));
    assert_eq!(lines.lines().len(), LogRing::MOST / 2);
    let numbers: Vec<u64> = lines.lines().iter().map(|line| line.number).collect();
    assert!(numbers.is_sorted_by(|one, next| one + 2 == *next) && numbers[0] == 10);
    lines.update(&ring, &LogView { level: Level::DEBUG, ..view });
    assert_eq!(lines.lines().len(), LogRing::MOST);
}

#[test]
fn a_line_is_one_line_of_bounded_length() {
    let tidy = line(Level::INFO, "roomrtc", &format!("a\nb\u{1b}[0m{}", "é".repeat(4_000)));
    assert!(tidy.text.starts_with("a b [0mé") && tidy.text.ends_with('…'));
    assert!(tidy.text.len() <= LogLine::MOST_TEXT + '…'.len_utf8());
}

#[test]
fn secrets_in_fields_are_withheld_and_libraries_are_kept_short() {
    let store = LogStore::default();
    let subscriber = Registry::default().with(most_logged()).with(LogLayer::new(store.clone()));
    tracing::subscriber::with_default(subscriber, || {
        tracing::info!(
            password = "hunter2",
            sessionToken = "hunter3",
            user = "alice",
            "signing in"
        );
        tracing::debug!(target: "tungstenite::protocol", "hunter4");
        tracing::warn!(target: "tungstenite::protocol", count = 3, "odd");
        tracing::trace!("hunter5");
    });
    let text = store.text();
    assert!(!text.contains("hunter"), "{text}");
    assert!(text.contains("signing in password=(withheld) sessionToken=(withheld) user=alice"));
    assert!(text.contains("WARN tungstenite::protocol: odd count=3"), "{text}");
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn whoever_waits_is_woken_once() {
    let (store, woken) = (LogStore::default(), Arc::new(AtomicUsize::new(0)));
    let counter = Arc::clone(&woken);
    store.set_wake(move || {
        counter.fetch_add(1, Ordering::Relaxed);
    });
    store.add(line(Level::INFO, "roomrtc", "nobody waits"));
    store.wait();
    store.add(line(Level::INFO, "roomrtc", "one waits"));
    store.add(line(Level::INFO, "roomrtc", "and has been woken"));
    assert_eq!(woken.load(Ordering::Relaxed), 1);
}

#[test]
fn files_have_the_lines_and_are_for_their_owner() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path().join("made/by/it");
    let (store, files) = LogFiles::open(&folder).expect("opened");
    store.add(line(Level::INFO, "roomrtc", "kept"));
    assert_eq!(files.folder(), folder);
    drop((files, store));
    let paths = LogFiles::paths(&folder);
    assert_eq!(paths, [folder.join(LogFiles::NAME)]);
    let text = std::fs::read_to_string(&paths[0]).expect("a file");
    assert_eq!(text, "12:00  INFO roomrtc: kept\n");
    for path in [&paths[0], &folder] {
        let mode = path.metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}

#[test]
fn two_windows_have_files_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, first) = LogFiles::open(folder.path()).expect("opened");
    let (two, second) = LogFiles::open(folder.path()).expect("opened");
    one.add(line(Level::INFO, "roomrtc", "of the first"));
    two.add(line(Level::INFO, "roomrtc", "of the second"));
    drop((one, first));
    let (three, third) = LogFiles::open(folder.path()).expect("opened");
    three.add(line(Level::INFO, "roomrtc", "of the third"));
    drop((two, second, three, third));
    let paths = LogFiles::paths(folder.path());
    let names = [LogFiles::NAME, "roomrtc-2.log"].map(|name| folder.path().join(name));
    assert_eq!(paths, names);
    let texts = names.map(|path| std::fs::read_to_string(path).expect("a file"));
    let of = |who: &str| format!("12:00  INFO roomrtc: of the {who}\n");
    assert_eq!(
        texts,
        [of("first") + &of("third"), of("second")],
        "the third has the first's place"
    );
}
