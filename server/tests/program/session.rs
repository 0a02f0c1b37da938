//! A server's day.

use roomrtc_core::signaling::{ErrorCode, Message};

use crate::program::Program;

#[test]
fn a_server_stops_when_it_is_told_to_and_says_so_in_its_log() {
    let directory = tempfile::tempdir().expect("made");
    let log = directory.path().join("log");
    let data = directory.path().join("data");
    let mut command = Program::command("127.0.0.1:0", &data);
    let program = Program::spawn(command.arg("--log").arg(&log).args(["--log-level", "trace"]));
    let address = program.address.to_string();
    program.register("alice");
    assert!(matches!(program.log_in("alice"), Message::Ok { .. }));
    assert_eq!(program.terminate(), Some(0));
    let log = std::fs::read_to_string(log).expect("written");
    assert!(log.contains(&address) && log.contains("stopped"), "{log}");
    assert!(!log.contains("correct horse"), "{log}");
}

#[test]
fn a_server_that_listens_to_the_network_says_which_certificate_it_shows() {
    let directory = tempfile::tempdir().expect("made");
    let log = directory.path().join("log");
    let mut command = Program::command("0.0.0.0:0", &directory.path().join("data"));
    let program = Program::spawn(command.arg("--log").arg(&log));
    let fingerprint = program.fingerprint.clone();
    assert_eq!((fingerprint.len(), fingerprint.matches(':').count()), (95, 31), "{fingerprint}");
    assert_eq!(program.terminate(), Some(0));
    let log = std::fs::read_to_string(log).expect("written");
    assert!(log.contains(&fingerprint) && !log.contains("unencrypted"), "{log}");
}

#[test]
fn a_wrong_name_is_refused_over_the_wire() {
    let directory = tempfile::tempdir().expect("made");
    let program = Program::start(directory.path());
    let Message::Error(error) = program.register("not a name") else { panic!("accepted") };
    assert_eq!(error.code, ErrorCode::UserNameInvalid);
}
