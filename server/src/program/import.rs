//! `roomrtc-server import`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::thread;

use roomrtc_core::signaling::Credentials;
use roomrtc_server::accounts::{
    AccountStore, DataDirectory, HashMemory, OperatorStore, PasswordHasher, SqliteStore,
};

use super::import_file::ImportFile;
use super::program_error::ProgramError;
use super::settings::Settings;
use super::skip_reason::SkipReason;
use super::{bell, import_line, output, users};

/// What is being imported, and how far it has come.
struct Import {
    data: PathBuf,
    store: SqliteStore,
    hasher: PasswordHasher,
    allow_short_passwords: bool,
    /// The names there are, in lower case: names that differ only in case are one.
    taken: BTreeSet<String>,
    imported: u64,
    skipped: u64,
}

/// Adds the users of `file`, and tells a server that runs.
pub(crate) fn run(
    file: &Path,
    allow_short_passwords: bool,
    settings: &Settings,
) -> Result<(), ProgramError> {
    let mut file = ImportFile::open(file)?;
    let hasher = PasswordHasher::new(settings.password_cost())?;
    let data = settings.data();
    let store = DataDirectory::open_beside(&data)?;
    let taken = store.names()?.iter().map(|name| name.to_ascii_lowercase()).collect();
    let (imported, skipped) = (0, 0);
    let mut import =
        Import { data, store, hasher, allow_short_passwords, taken, imported, skipped };
    while let Some(users) = import.read(&mut file)? {
        import.add(users)?;
    }
    output::line(format_args!("imported {}, skipped {}", import.imported, import.skipped))?;
    if import.skipped > 0 { Err(ProgramError::LinesSkipped(import.skipped)) } else { Ok(()) }
}

impl Import {
    /// Users that are hashed together and then kept together.
    const AT_ONCE: usize = 64;

    /// The next users of the file with the numbers of their lines; `None` at its end.
    fn read(
        &mut self,
        file: &mut ImportFile,
    ) -> Result<Option<Vec<(u64, Credentials)>>, ProgramError> {
        let mut users = Vec::new();
        while users.len() < Import::AT_ONCE {
            let Some(line) = file.line()? else {
                break;
            };
            let number = file.lines;
            match import_line::read(number, &line, self.allow_short_passwords) {
                Ok(None) => {}
                Ok(Some(user)) if self.taken.insert(user.user.to_ascii_lowercase()) => {
                    users.push((number, user));
                }
                Ok(Some(_)) => self.skip(number, SkipReason::UserNameTaken)?,
                Err(reason) => self.skip(number, reason)?,
            }
        }
        Ok((!users.is_empty()).then_some(users))
    }

    fn skip(&mut self, number: u64, reason: SkipReason) -> Result<(), ProgramError> {
        self.skipped += 1;
        output::line(format_args!("line {number} skipped: {reason}"))
    }

    /// Hashes the passwords and keeps the users, all or none of them.
    fn add(&mut self, users: Vec<(u64, Credentials)>) -> Result<(), ProgramError> {
        let hashes = hash(&self.hasher, &users)?;
        let names = users.iter().map(|(_, user)| user.user.clone());
        let accounts: Vec<(String, String)> = names.zip(hashes).collect();
        let added = self.store.add_accounts(users::now(), &accounts)?;
        for ((number, _), is_added) in users.iter().zip(added) {
            if is_added {
                self.imported += 1;
            } else {
                // Registered since the import began.
                self.skip(*number, SkipReason::UserNameTaken)?;
            }
        }
        bell::ring(&self.data)
    }
}

/// The hashes of the users' passwords in their order, made by as many threads as there are cores.
fn hash(
    hasher: &PasswordHasher,
    users: &[(u64, Credentials)],
) -> Result<Vec<String>, ProgramError> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = users.len().div_ceil(cores).max(1);
    let hash = |users: &[(u64, Credentials)]| -> Result<Vec<String>, ProgramError> {
        let mut memory = HashMemory::default();
        let hashes = users.iter().map(|(_, user)| {
            hasher.hash(user.password.reveal(), &mut memory).map_err(ProgramError::from)
        });
        hashes.collect()
    };
    let parts: Result<Vec<Vec<String>>, ProgramError> = thread::scope(|scope| {
        let threads: Vec<_> =
            users.chunks(share).map(|users| scope.spawn(move || hash(users))).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, Result<Vec<String>, ProgramError>>| {
            thread.join().unwrap_or(Err(ProgramError::Crashed))
        };
        threads.into_iter().map(join).collect()
    });
    Ok(parts?.concat())
}
