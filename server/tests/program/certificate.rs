//! The certificate of a running program.

use std::fs;
use std::time::{Duration, Instant, SystemTime};

use roomrtc_core::signaling::Message;
use roomrtc_server::transport::tls::Certificate;

use crate::program::Program;

/// Waits until the log says so.
fn wait_for_log(path: &std::path::Path, wanted: &str) {
    let began = Instant::now();
    while !fs::read_to_string(path).is_ok_and(|log| log.contains(wanted)) {
        assert!(began.elapsed() < Duration::from_secs(60), "the log never says {wanted}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn sighup_has_the_certificate_read_again() {
    let directory = tempfile::tempdir().expect("made");
    let (data, log) = (directory.path().join("data"), directory.path().join("log"));
    let mut command = Program::command("127.0.0.1:0", &data);
    let program = Program::spawn(command.arg("--log").arg(&log));
    let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
    let new = Certificate::from_pem(certificate.as_bytes(), key.as_bytes()).expect("usable");
    assert_ne!(new.fingerprint().to_string(), program.fingerprint);
    fs::write(data.join("tls/key.pem"), &key).expect("written");
    fs::write(data.join("tls/certificate.pem"), &certificate).expect("written");
    program.signal("HUP");
    wait_for_log(&log, "the certificate was read again");
    wait_for_log(&log, &new.fingerprint().to_string());
    assert!(matches!(program.register("alice"), Message::Ok { .. }));
    assert_eq!(program.terminate(), Some(0));
    let again = Program::start(&data);
    assert_eq!(again.fingerprint, new.fingerprint().to_string());
}
