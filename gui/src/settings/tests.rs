//! What is kept and read again, and what is damaged, open to others or not to be written.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use roomrtc_core::signaling::Token;
use roomrtc_io_mio::CertificateFingerprint;

use super::*;
use crate::desktop::{Kept, KnownPeer, Language, Notice, Settings, StoredSession};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let outer = tempfile::tempdir().expect("a folder");
    let inner = outer.path().join("made/by/it");
    (outer, inner)
}

fn mode(path: &Path) -> u32 {
    path.metadata().expect("it is there").permissions().mode() & 0o777
}

fn session() -> StoredSession {
    let token = Token::new("secret-token").expect("a token");
    StoredSession { server: "a:1".into(), user: "alice".into(), token }
}

fn peer(user: &str, certificate: &[u8]) -> KnownPeer {
    let certificate = CertificateFingerprint::of(certificate);
    KnownPeer { server: "a:1".into(), user: user.into(), certificate, is_confirmed: false }
}

#[test]
fn settings_are_read_as_they_were_written_and_others_stay() {
    let (_outer, folder) = folder();
    let file = SettingsFile::new(&folder);
    assert_eq!(file.read(), (Settings::default(), vec![]));
    let settings = Settings { scale: 150, language: Language::Spanish, ..Settings::default() };
    file.write(&settings).expect("written");
    let path = folder.join("settings.toml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, format!("{text}\n[of-another-version]\nvolume = 11\n")).expect("written");
    assert_eq!(file.read(), (settings.clone(), vec![]));
    file.write(&Settings { scale: 90, ..settings }).expect("written");
    let text = fs::read_to_string(&path).expect("a file");
    assert!(text.contains("volume = 11") && text.contains("scale = 90"), "{text}");
    assert_eq!((mode(&path), mode(&folder)), (0o600, 0o700));
}

#[test]
fn one_wrong_setting_costs_no_other() {
    let (_outer, folder) = folder();
    let file = SettingsFile::new(&folder);
    fs::create_dir_all(&folder).expect("made");
    let text = "scale = 120\ntheme = \"purple\"\nuser = 5\nmirrors_own_picture = false\n";
    fs::write(folder.join("settings.toml"), text).expect("written");
    let (settings, notices) = file.read();
    let expected = Settings { scale: 120, mirrors_own_picture: false, ..Settings::default() };
    assert_eq!(settings, expected);
    assert_eq!(notices, [Notice::SettingsWrong { names: vec!["theme".into(), "user".into()] }]);
}

#[test]
fn a_damaged_file_of_settings_is_set_aside_and_told() {
    let (_outer, folder) = folder();
    fs::create_dir_all(&folder).expect("made");
    let path = folder.join("settings.toml");
    for damaged in [b"scale = ".to_vec(), vec![0xff, 0xfe], vec![b'#'; 2 << 20]] {
        fs::write(&path, &damaged).expect("written");
        let start = read_all(&folder);
        let aside = folder.join("settings.damaged");
        assert_eq!(start.settings, Settings::default());
        assert_eq!(start.notices, [Notice::SettingsSetAside { path: aside.clone() }]);
        assert_eq!(fs::read(aside).expect("set aside"), damaged);
        assert!(!path.exists());
    }
}

#[test]
fn a_login_is_for_its_owner_alone() {
    let (_outer, folder) = folder();
    let file = SessionFile::new(&folder);
    assert_eq!(file.read().expect("nothing there"), None);
    file.write(&session()).expect("written");
    assert_eq!(file.read().expect("there"), Some(session()));
    let path = folder.join("session.toml");
    assert_eq!(mode(&path), 0o600);
    fs::set_permissions(&path, Permissions::from_mode(0o640)).expect("ours");
    assert!(matches!(file.read(), Err(FileFault::OpenToOthers { .. })));
    let start = read_all(&folder);
    assert_eq!(start.session, None);
    assert_eq!(start.notices, [Notice::SessionOpenToOthers { path: path.clone() }]);
    file.write(&session()).expect("written");
    assert_eq!((mode(&path), file.read().expect("there")), (0o600, Some(session())));
    file.forget().expect("forgotten");
    file.forget().expect("nothing to forget");
    assert_eq!(read_all(&folder).session, None);
}

#[test]
fn no_error_has_a_secret_in_it() {
    let (_outer, folder) = folder();
    fs::create_dir_all(&folder).expect("made");
    let path = folder.join("session.toml");
    for text in ["token = \"hunter2 hunter2", "server = \"\"\nuser = \"\"\ntoken = \"hunter2!\""] {
        fs::write(&path, text).expect("written");
        fs::set_permissions(&path, Permissions::from_mode(0o600)).expect("ours");
        let fault = SessionFile::new(&folder).read().expect_err("damaged");
        let all = format!("{fault} {fault:?}");
        assert!(!all.contains("hunter2") && all.contains("damaged"), "{all}");
    }
}

#[test]
fn people_are_remembered_by_server_and_user() {
    let (_outer, folder) = folder();
    let file = PeersFile::new(&folder);
    file.remember(&peer("bob", b"1")).expect("kept");
    let elsewhere = KnownPeer { server: "b:1".into(), ..peer("bob", b"2") };
    file.remember(&elsewhere).expect("kept");
    let confirmed = KnownPeer { is_confirmed: true, ..peer("bob", b"3") };
    file.remember(&confirmed).expect("kept");
    assert_eq!(file.read().expect("a file"), [elsewhere, confirmed]);
    assert_eq!(mode(&folder.join("peers.toml")), 0o600);
    fs::write(folder.join("peers.toml"), "[[peer]]\nserver = 1").expect("written");
    assert!(matches!(file.remember(&peer("eve", b"4")), Err(FileFault::Damaged { .. })));
    assert_eq!(read_all(&folder).notices, [Notice::NotRead { path: folder.join("peers.toml") }]);
}

#[test]
fn the_keeper_writes_everything_before_it_ends() {
    let (_outer, folder) = folder();
    let keeper = Keeper::start(&folder, |kept| panic!("{kept:?}")).expect("a thread");
    let certificate = CertificateFingerprint::of(b"server");
    let settings = Settings { user: "alice".into(), ..Settings::default() };
    let orders = [
        KeepOrder::Settings(settings.clone()),
        KeepOrder::Session(session()),
        KeepOrder::Peer(peer("bob", b"1")),
        KeepOrder::Certificate { server: "a:1".into(), certificate },
    ];
    orders.into_iter().for_each(|order| keeper.keep(order).expect("room"));
    drop(keeper);
    let start = read_all(&folder);
    assert_eq!((start.settings, start.session), (settings, Some(session())));
    assert_eq!(start.peers, [peer("bob", b"1")]);
    assert_eq!(start.certificates, [("a:1".to_owned(), certificate)]);
    assert_eq!(start.notices, []);
}

#[test]
fn what_cannot_be_kept_is_told() {
    let (_outer, folder) = folder();
    fs::create_dir_all(folder.parent().expect("a folder")).expect("made");
    fs::write(&folder, "a file in the way").expect("written");
    let (sender, told) = channel();
    let keeper = Keeper::start(&folder, move |kept| sender.send(kept).expect("heard"));
    let keeper = keeper.expect("a thread");
    keeper.keep(KeepOrder::Settings(Settings::default())).expect("room");
    keeper.keep(KeepOrder::Session(session())).expect("room");
    drop(keeper);
    assert_eq!(told.iter().collect::<Vec<_>>(), [Kept::Settings, Kept::Session]);
}

#[test]
fn two_windows_do_not_undo_what_the_other_has_changed() {
    let (_outer, folder) = folder();
    let open = || Keeper::start(&folder, |kept| panic!("{kept:?}")).expect("a thread");
    let token = Token::new("another-token").expect("a token");
    let newer = StoredSession { token, ..session() };
    SettingsFile::new(&folder).write(&Settings::default()).expect("written");
    SessionFile::new(&folder).write(&session()).expect("written");
    let (first, second) = (open(), open());
    let larger = Settings { scale: 150, ..Settings::default() };
    let spanish = Settings { language: Language::Spanish, ..Settings::default() };
    first.keep(KeepOrder::Settings(larger)).expect("room");
    drop(first);
    second.keep(KeepOrder::Settings(spanish.clone())).expect("room");
    second.keep(KeepOrder::Session(newer.clone())).expect("room");
    drop(second);
    assert_eq!(read_all(&folder).settings, Settings { scale: 150, ..spanish });
    assert_eq!(read_all(&folder).session, Some(newer));
}

#[test]
fn a_window_forgets_its_own_login_alone() {
    let (_outer, folder) = folder();
    let file = SessionFile::new(&folder);
    file.write(&session()).expect("written");
    let other = Token::new("another-token").expect("a token");
    file.forget_own(Some(&other)).expect("left alone");
    assert_eq!(file.read().expect("there"), Some(session()));
    file.forget_own(Some(&session().token)).expect("forgotten");
    assert_eq!(file.read().expect("gone"), None);
    fs::write(folder.join("session.toml"), "damaged").expect("written");
    file.forget_own(Some(&other)).expect("forgotten, whosever it was");
    assert!(!folder.join("session.toml").exists());
}

#[test]
fn a_link_in_the_place_of_a_login_is_not_followed() {
    let (outer, folder) = folder();
    SessionFile::new(outer.path()).write(&session()).expect("written");
    fs::create_dir_all(&folder).expect("made");
    let (there, link) = (outer.path().join("session.toml"), folder.join("session.toml"));
    std::os::unix::fs::symlink(&there, &link).expect("a link");
    let start = read_all(&folder);
    assert_eq!(
        (start.session, start.notices),
        (None, vec![Notice::NotRead { path: link.clone() }])
    );
    let newer = StoredSession { user: "bob".into(), ..session() };
    SessionFile::new(&folder).write(&newer).expect("written");
    assert!(!link.is_symlink(), "it was replaced");
    assert_eq!(SessionFile::new(outer.path()).read().expect("as it was"), Some(session()));
}
