//! `roomrtc-server users`.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use roomrtc_core::signaling::Password;
use roomrtc_server::accounts::{
    AccountStore, DataDirectory, HashMemory, OperatorStore, PasswordHasher, SqliteStore,
};
use roomrtc_server::hub::{is_valid_password, is_valid_user_name};

use super::program_error::ProgramError;
use super::settings::Settings;
use super::users_command::UsersCommand;
use super::{bell, output, password_input};

/// Does what was asked to the users, and tells a server that runs.
pub(crate) fn run(command: UsersCommand, settings: &Settings) -> Result<(), ProgramError> {
    let data = settings.data();
    let mut store = DataDirectory::open_beside(&data)?;
    let done = match command {
        UsersCommand::List => return list(&store),
        UsersCommand::Add { name } => {
            add(&mut store, settings, &name)?;
            format!("{name}: added")
        }
        UsersCommand::Disable { name } => told(store.set_disabled(&name, true)?, name, "disabled")?,
        UsersCommand::Enable { name } => told(store.set_disabled(&name, false)?, name, "enabled")?,
        UsersCommand::Passwd { name } => {
            told(set_password(&mut store, settings, &name)?, name, "has a new password")?
        }
        UsersCommand::Delete { name } => told(store.remove_account(&name)?, name, "deleted")?,
    };
    bell::ring(&data)?;
    output::line(format_args!("{done}"))
}

/// What was done to the user of this name, if there is one.
fn told(is_there: bool, name: String, done: &str) -> Result<String, ProgramError> {
    if is_there { Ok(format!("{name}: {done}")) } else { Err(ProgramError::UnknownUser(name)) }
}

fn list(store: &SqliteStore) -> Result<(), ProgramError> {
    let mut output = std::io::stdout().lock();
    for account in store.accounts()? {
        let state = if account.is_disabled { "disabled" } else { "enabled" };
        let (name, created_at) = (account.name, account.created_at);
        writeln!(output, "{name}\t{state}\t{created_at}").map_err(ProgramError::Output)?;
    }
    Ok(())
}

fn add(store: &mut SqliteStore, settings: &Settings, name: &str) -> Result<(), ProgramError> {
    if !is_valid_user_name(name) {
        return Err(ProgramError::UserNameInvalid);
    }
    let hash = hash(settings, &password(name)?)?;
    let added = store.add_accounts(now(), &[(name.to_owned(), hash)])?;
    if added != [true] {
        return Err(ProgramError::UserNameTaken(name.to_owned()));
    }
    Ok(())
}

fn set_password(
    store: &mut SqliteStore,
    settings: &Settings,
    name: &str,
) -> Result<bool, ProgramError> {
    if store.account(name)?.is_none() {
        return Ok(false);
    }
    let hash = hash(settings, &password(name)?)?;
    Ok(store.set_password(name, &hash)?)
}

fn password(name: &str) -> Result<Password, ProgramError> {
    let password = password_input::read(name)?;
    if !is_valid_password(&password) {
        return Err(ProgramError::PasswordInvalid);
    }
    Ok(password)
}

fn hash(settings: &Settings, password: &Password) -> Result<String, ProgramError> {
    let hasher = PasswordHasher::new(settings.password_cost())?;
    Ok(hasher.hash(password.reveal(), &mut HashMemory::default())?)
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
