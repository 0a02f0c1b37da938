//! `roomrtc-server check`, and the settings file.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::operator::{done, operate, said};
use crate::program::Program;

#[test]
fn nothing_is_wrong_with_what_a_server_made() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    let program = Program::start(&data);
    assert_eq!(done(&operate(&data, &["check"])), "nothing is wrong");
    drop(program);
    assert_eq!(done(&operate(&data, &["check"])), "nothing is wrong");
}

#[test]
fn permissions_a_damaged_database_and_a_missing_directory_are_told() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    let (code, text) = said(&operate(&data, &["check"]));
    assert!(code == Some(1) && text.contains("cannot look at"), "{text}");
    assert!(!data.exists(), "a check makes nothing");
    Program::start(&data).kill();
    done(&operate(&data, &["users", "list"]));
    let accounts = data.join("accounts.sqlite");
    fs::set_permissions(&accounts, Permissions::from_mode(0o644)).expect("set");
    let (code, text) = said(&operate(&data, &["check"]));
    assert!(code == Some(1) && text.contains("others than its owner may use"), "{text}");
    assert!(text.ends_with("things found wrong: 1"), "{text}");
    fs::write(&accounts, "no database".repeat(1000)).expect("written");
    let (code, text) = said(&operate(&data, &["check"]));
    assert!(code == Some(1) && text.contains("file is not a database"), "{text}");
}

#[test]
fn a_settings_file_that_others_write_or_that_is_wrong_is_told() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    drop(Program::start(&data));
    let config = directory.path().join("settings.toml");
    fs::write(&config, "log_level = \"warn\"\n").expect("written");
    fs::set_permissions(&config, Permissions::from_mode(0o644)).expect("set");
    let check = ["check", "--config", config.to_str().expect("text")];
    assert_eq!(done(&operate(&data, &check)), "nothing is wrong");
    fs::set_permissions(&config, Permissions::from_mode(0o666)).expect("set");
    let (code, text) = said(&operate(&data, &check));
    assert!(code == Some(1) && text.contains("others than its owner may write"), "{text}");
    fs::write(&config, "log_levle = \"warn\"\n").expect("written");
    let (code, text) = said(&operate(&data, &check));
    let names = text.contains("`log_levle`") && text.contains("settings.toml");
    assert!(code == Some(1) && names, "{text}");
}

#[test]
fn a_certificate_that_cannot_be_used_is_told() {
    let directory = tempfile::tempdir().expect("made");
    let data = directory.path().join("data");
    drop(Program::start(&data));
    let made = |name: &str| data.join("tls").join(name).to_str().expect("text").to_owned();
    let (certificate, key) = (made("certificate.pem"), made("key.pem"));
    let check = |certificate: &str, key: &str| {
        said(&operate(&data, &["check", "--certificate", certificate, "--key", key]))
    };
    assert_eq!(check(&certificate, &key), (Some(0), "nothing is wrong".to_owned()));
    let (code, text) = check(&certificate, "/nowhere/key.pem");
    assert!(code == Some(1) && text.contains("cannot read /nowhere/key.pem"), "{text}");
    let (code, text) = check(&key, &key);
    assert!(code == Some(1) && text.contains("cannot use the certificate in"), "{text}");
    fs::write(&certificate, "no certificate").expect("written");
    let (code, text) = said(&operate(&data, &["check"]));
    assert!(code == Some(1) && text.contains("cannot use the certificate in"), "{text}");
}

#[test]
fn a_server_takes_its_settings_from_the_file_and_the_flags_win() {
    let directory = tempfile::tempdir().expect("made");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let config = directory.path().join("settings.toml");
    let text = format!("listen = \"192.0.2.1:1\"\ndata = {data:?}\nlog = {log:?}\n");
    fs::write(&config, text).expect("written");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_roomrtc-server"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--config"]).arg(&config);
    let program = Program::spawn(&mut command);
    assert!(data.join("accounts.sqlite").exists());
    assert_eq!(program.terminate(), Some(0));
    let log = fs::read_to_string(log).expect("written");
    let line = log.lines().next().expect("a line");
    assert!(line.starts_with("{\"timestamp\":\"20") && line.ends_with('}'), "{line}");
}
