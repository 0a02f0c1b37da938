//! Our server.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::Command;

use roomrtc_core::signaling::{Credentials, Password};
use roomrtc_server::accounts::{
    Accounts, DataDirectory, HashMemory, Lifetimes, PasswordCost, PasswordHasher, SqliteStore,
};
use roomrtc_server::hub::{AccountOutcome, AccountRequest};
use tempfile::TempDir;

use super::process::Process;
use super::{Contender, Setup, Site, StartError, tls};
use crate::Options;
use crate::dialect::{Login, description, user_name};
use crate::machine::Machine;

const PASSWORD: &str = "correct horse";

pub(super) fn start(
    options: &Options,
    machine: &Machine,
    setup: Setup,
) -> Result<Site, StartError> {
    let program = options.server.clone().map_or_else(beside_this_program, Ok)?;
    let directory = TempDir::new()?;
    let data = directory.path().join("data");
    let logins = prepare(&data, setup)?;
    let mut command = Command::new(program);
    command.args(["--listen", "127.0.0.1:0", "--log-level", "error", "--data"]).arg(&data);
    let tls = if setup.tls { Some(tls::make(&data.join("tls"))?.2) } else { None };
    let sign = "listening on ";
    let (process, line) =
        Process::start(command, machine, false, sign).map_err(|error| match error {
            StartError::NotInstalled => StartError::NotBuilt,
            other => other,
        })?;
    let address = line.trim().strip_prefix(sign).and_then(|address| address.parse().ok());
    let address = address.ok_or_else(|| Error::from(ErrorKind::InvalidData))?;
    let description = description().into();
    let contender = Contender::Ours;
    Ok(Site { contender, address, tls, logins, description, process, _directory: directory })
}

fn beside_this_program() -> Result<PathBuf, StartError> {
    Ok(std::env::current_exe()?.with_file_name("roomrtc-server"))
}

/// Makes the data directory with its users, and says how they log in. It is made in memory where that
/// can be, as every user is synchronised with the disk, and the server then has it on the disk.
fn prepare(data: &Path, setup: Setup) -> Result<Vec<Login>, StartError> {
    let shared_memory = Path::new("/dev/shm");
    let made = TempDir::new_in(shared_memory).or_else(|_| TempDir::new())?;
    let logins = fill(made.path(), setup)?;
    fs::create_dir(data)?;
    for file in fs::read_dir(made.path())? {
        let file = file?;
        fs::copy(file.path(), data.join(file.file_name()))?;
    }
    Ok(logins)
}

fn fill(path: &Path, setup: Setup) -> Result<Vec<Login>, StartError> {
    let directory = DataDirectory::open(path)?;
    let store = SqliteStore::open(&directory.accounts())?;
    let cost = if setup.by_password { PasswordCost::default() } else { PasswordCost::LEAST };
    let accounts =
        Accounts::new(Box::new(store), PasswordHasher::new(cost)?, Lifetimes::default())?;
    let mut memory = HashMemory::default();
    (0..setup.users).map(|user| make_user(&accounts, user, setup, &mut memory)).collect()
}

fn make_user(
    accounts: &Accounts,
    user: u32,
    setup: Setup,
    memory: &mut HashMemory,
) -> Result<Login, StartError> {
    let name = user_name(user);
    let credentials = Credentials::new(&name, PASSWORD);
    let create = AccountRequest::Create(credentials.clone());
    if accounts.perform(&create, memory) != AccountOutcome::Done {
        return Err(StartError::User(name));
    }
    if setup.by_password {
        return Ok(Login::Password(Password::new(PASSWORD)));
    }
    match accounts.perform(&AccountRequest::LogIn(credentials), memory) {
        AccountOutcome::LoggedIn { grant, .. } => Ok(Login::Session(grant.token)),
        _ => Err(StartError::User(name)),
    }
}
