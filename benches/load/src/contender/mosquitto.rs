//! Mosquitto.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::process::Process;
use super::{Contender, Setup, Site, StartError, tls};
use crate::dialect::description;
use crate::machine::Machine;

/// What it is told: nothing is refused, dropped, delayed, stored or logged for each connection. It
/// stays the user it is, as otherwise it could not read its files.
const SETTINGS: &str = "allow_anonymous true\npersistence false\nset_tcp_nodelay true\n\
    connection_messages false\nmax_queued_messages 0\nmax_inflight_messages 0\nlog_dest stderr\n\
    user root\n";

pub(super) fn start(program: &Path, machine: &Machine, setup: Setup) -> Result<Site, StartError> {
    let directory = TempDir::new()?;
    let address = free_address()?;
    let mut settings = format!("listener {} {}\n{SETTINGS}", address.port(), address.ip());
    let tls = if setup.tls {
        let (certificate, key, tls) = tls::make(directory.path())?;
        let (certificate, key) = (certificate.display(), key.display());
        settings.push_str(&format!("certfile {certificate}\nkeyfile {key}\n"));
        Some(tls)
    } else {
        None
    };
    let file = directory.path().join("mosquitto.conf");
    fs::write(&file, settings)?;
    let mut command = Command::new(program);
    command.arg("-c").arg(file);
    let (process, _) = Process::start(command, machine, true, " running")?;
    let (contender, description) = (Contender::Mosquitto, description().into());
    let logins = Vec::new();
    Ok(Site { contender, address, tls, logins, description, process, _directory: directory })
}

/// An address on which nothing listens, for programs that do not say which one they were given.
pub(super) fn free_address() -> Result<SocketAddr, StartError> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}
