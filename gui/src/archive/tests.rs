//! Reports that are made, unpacked and searched.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_sim::recording::{Disclosure, Recording};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::SubscriberExt;

use super::*;
use crate::log::{LogFiles, LogLayer, LogStore, most_logged};
use crate::recording::CallFile;
use crate::statistics::history::StatisticsHistory;

/// Planted as the login that is kept, in every place that a careless line could put it.
const TOKEN: &str = "planted-token-0123456789";

/// Planted as a password, in the fields that have one.
const PASSWORD: &str = "planted password";

/// The files of an archive, by their names.
pub(crate) fn unpacked(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("a file")).expect("an archive");
    let each = (0..archive.len()).map(|index| {
        let mut file = archive.by_index(index).expect("an entry");
        let mut bytes = vec![];
        file.read_to_end(&mut bytes).expect("readable");
        (file.name().expect("a name").into_owned(), bytes)
    });
    each.collect()
}

fn recording(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("x.call");
    let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
    let writer = file.writer("me");
    let mut peer = writer.begin(PeerConfig::default(), Seed::from_u64(1), Time::ZERO);
    writer.write(peer.finish().expect("recorded")).expect("room");
    file.finish().expect("written");
    path
}

/// What a run has told in which a password and a token were handled, carelessly: the log and its files.
fn logged(folder: &Path) -> (LogStore, Vec<std::path::PathBuf>) {
    let (store, files) = LogFiles::open(folder).expect("opened");
    let subscriber = Registry::default().with(most_logged()).with(LogLayer::new(store.clone()));
    tracing::subscriber::with_default(subscriber, || {
        tracing::info!(password = PASSWORD, token = TOKEN, user = "alice", "signing in");
        tracing::error!("resumed with {TOKEN}");
        tracing::debug!(target: "tungstenite", "{{\"password\":\"{PASSWORD}\"}}");
    });
    drop(files);
    (store.clone(), LogFiles::paths(folder))
}

fn archive(folder: &Path) -> Archive {
    let (store, log_files) = logged(&folder.join("log"));
    let mut withheld = Withheld::default();
    withheld.add(TOKEN);
    Archive {
        log: store.text(),
        log_files,
        statistics: StatisticsHistory::default().to_json(),
        recording: Some(recording(folder)),
        facts: SystemFacts::read(),
        withheld,
    }
}

#[test]
fn a_report_has_everything_and_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(Archive::file_name_now());
    archive(folder.path()).write(&path).expect("written");
    let files = unpacked(&path);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "README.txt",
        "about.json",
        "earlier-logs/roomrtc.log",
        "last.call",
        "log.txt",
        "statistics.json",
    ];
    assert_eq!(names, expected);
    for (name, bytes) in &files {
        for secret in [TOKEN, PASSWORD] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is in {name}");
        }
    }
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("text");
    for log in [text("log.txt"), text("earlier-logs/roomrtc.log")] {
        assert!(log.contains("user=alice") && log.contains("resumed with (withheld)"), "{log}");
    }
    let about: serde_json::Value = serde_json::from_str(&text("about.json")).expect("JSON");
    assert_eq!(about["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(Recording::read(&files["last.call"]).expect("a recording").sessions.len(), 1);
    assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o600);
}

#[test]
fn the_search_would_find_what_it_looks_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.zip");
    let careless = Archive { withheld: Withheld::default(), ..archive(folder.path()) };
    careless.write(&path).expect("written");
    let log = String::from_utf8(unpacked(&path)["log.txt"].clone()).expect("text");
    assert!(log.contains(TOKEN) && !log.contains(PASSWORD), "{log}");
}

#[test]
fn a_recording_with_a_secret_stays_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = archive(folder.path());
    let recording = folder.path().join("y.call");
    // Across the end of what is searched at a time.
    let bytes = [&vec![b'x'; 64 * 1024 - 5][..], TOKEN.as_bytes(), b"xx"].concat();
    fs::write(&recording, bytes).expect("written");
    archive.recording = Some(recording);
    let path = folder.path().join("report.zip");
    archive.write(&path).expect("written");
    let files = unpacked(&path);
    assert!(!files.contains_key("last.call") && files.contains_key("last.call.txt"));
    assert_eq!(format!("{:?}", archive.withheld), "Withheld { texts: 1 }");
}

#[test]
fn a_report_that_cannot_be_written_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut archive = archive(folder.path());
    archive.recording = Some(folder.path().join("gone.call"));
    let reports = folder.path().join("reports");
    fs::create_dir(&reports).expect("made");
    archive.write(&reports.join("report.zip")).expect_err("no recording");
    assert_eq!(reports.read_dir().expect("a folder").count(), 0);
    archive.recording = None;
    let error = archive.write(&folder.path().join("none/report.zip")).expect_err("no folder");
    assert!(error.to_string().contains("cannot be written"), "{error}");
}
