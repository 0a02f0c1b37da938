//! A running program.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

use super::StartError;
use crate::machine::Machine;

/// A program on the servers' core, ended when this is dropped.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    /// Reads what the program prints, so that it never waits for a reader.
    drain: Option<JoinHandle<()>>,
}

impl Process {
    /// Starts a program and waits until it prints a line that holds `sign`, to standard error if
    /// `to_stderr`. Gives that line.
    pub(super) fn start(
        command: Command,
        machine: &Machine,
        to_stderr: bool,
        sign: &str,
    ) -> Result<(Process, String), StartError> {
        let name = command.get_program().to_string_lossy().into_owned();
        let (child, output) = spawn(command, machine, to_stderr)?;
        let mut process = Process { child, drain: None };
        let mut output = BufReader::new(output);
        let mut line = String::new();
        while !line.contains(sign) {
            line.clear();
            if output.read_line(&mut line)? == 0 {
                return Err(StartError::Ended(name));
            }
        }
        let drain = move || drop(io::copy(&mut output, &mut io::sink()));
        process.drain = Some(std::thread::spawn(drain));
        Ok((process, line))
    }

    /// Its number.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to lose in it.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = self.drain.take().map(JoinHandle::join);
    }
}

/// Starts a program, and gives one of its two outputs.
fn spawn(
    mut command: Command,
    machine: &Machine,
    to_stderr: bool,
) -> Result<(Child, Box<dyn Read + Send>), StartError> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match to_stderr {
        true => command.stderr(Stdio::piped()),
        false => command.stdout(Stdio::piped()),
    };
    let spawned = machine.on_the_servers_core(|| command.spawn())?;
    let mut child = spawned.map_err(|error| match error.kind() {
        ErrorKind::NotFound => StartError::NotInstalled,
        _ => error.into(),
    })?;
    let error = child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>);
    let output = child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>);
    Ok((child, error.or(output).unwrap_or_else(|| Box::new(io::empty()))))
}
