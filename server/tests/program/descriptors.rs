//! A server that runs out of file descriptors.

use std::net::TcpStream;
use std::process::Command;

use roomrtc_core::signaling::Message;

use crate::program::Program;

#[test]
fn who_waits_is_served_when_there_are_descriptors_again() {
    let directory = tempfile::tempdir().expect("made");
    let inner = Program::command("127.0.0.1:0", directory.path());
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -n 40 && exec \"$0\" \"$@\""]);
    command.arg(inner.get_program()).args(inner.get_args());
    let program = Program::spawn(&mut command);
    let connections: Vec<TcpStream> = (0..80).map(|_| program.connect()).collect();
    drop(connections);
    assert!(matches!(program.register("alice"), Message::Ok { .. }));
}
