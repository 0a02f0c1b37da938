//! The PeerJS server.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::mosquitto::free_address;
use super::process::Process;
use super::{Contender, Setup, Site, StartError};
use crate::dialect::description;
use crate::machine::Machine;

pub(super) fn start(program: &Path, machine: &Machine, setup: Setup) -> Result<Site, StartError> {
    let (directory, address) = (TempDir::new()?, free_address()?);
    let mut command = Command::new(program);
    command.current_dir(directory.path()).args(["--host", "127.0.0.1", "--path", "/"]);
    command.args(["--port", &address.port().to_string()]);
    // More than there are users: it counts those that have just gone, too. No client is silent for an
    // hour.
    command.args(["--concurrent_limit", &(setup.users + 1_000).to_string()]);
    command.args(["--alive_timeout", "3600000"]);
    let (process, _) = Process::start(command, machine, false, "Started PeerServer")?;
    let (contender, description) = (Contender::PeerJs, description().into());
    let (tls, logins) = (None, Vec::new());
    Ok(Site { contender, address, tls, logins, description, process, _directory: directory })
}
