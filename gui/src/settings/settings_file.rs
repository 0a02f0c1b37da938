//! What the user has set.

use std::path::{Path, PathBuf};

use toml::Table;

use super::{FileFault, replacing};
use crate::desktop::{Notice, Settings};

/// What stands at its beginning.
const HEAD: &str = "# What is set in Room RTC. The program replaces this file; entries that it does not know stay.\n\n";

/// The file `settings.toml`.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    path: PathBuf,
}

impl SettingsFile {
    /// The one in this folder.
    pub fn new(folder: &Path) -> SettingsFile {
        SettingsFile { path: folder.join("settings.toml") }
    }

    /// What is set, and what the user is to be told of it. Entries with values that cannot be are as at
    /// first. A file that cannot be read is set aside.
    pub fn read(&self) -> (Settings, Vec<Notice>) {
        match self.table() {
            Ok(table) => self.settings_of(table),
            Err(FileFault::Damaged { path }) => match replacing::set_aside(&path) {
                Ok(path) => (Settings::default(), vec![Notice::SettingsSetAside { path }]),
                Err(fault) => self.unreadable(&fault),
            },
            Err(fault) => self.unreadable(&fault),
        }
    }

    /// Keeps what is set. What this version does not know stays as it was.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be replaced.
    pub fn write(&self, settings: &Settings) -> Result<(), FileFault> {
        self.extend(self.table_of(settings)?)
    }

    /// Keeps what was changed. All else stays as it is in the file: another window may have changed it.
    ///
    /// # Errors
    /// [`FileFault`] if the file cannot be replaced.
    pub fn change(&self, before: &Settings, now: &Settings) -> Result<(), FileFault> {
        let (before, mut now) = (self.table_of(before)?, self.table_of(now)?);
        now.retain(|name, value| before.get(name) != Some(value));
        self.extend(now)
    }

    fn table_of(&self, settings: &Settings) -> Result<Table, FileFault> {
        Table::try_from(settings).map_err(|_| FileFault::damaged(&self.path))
    }

    fn extend(&self, new: Table) -> Result<(), FileFault> {
        replacing::locked(&self.path, || {
            // One that was damaged since has nothing that could stay.
            let mut table = self.table().unwrap_or_default();
            table.extend(new);
            let text = toml::to_string(&table).map_err(|_| FileFault::damaged(&self.path))?;
            replacing::replace(&self.path, &format!("{HEAD}{text}"))
        })
    }

    fn table(&self) -> Result<Table, FileFault> {
        let text = replacing::read(&self.path)?.unwrap_or_default();
        text.parse().map_err(|_| FileFault::damaged(&self.path))
    }

    /// Each entry by itself, so that one that is wrong costs no other.
    fn settings_of(&self, table: Table) -> (Settings, Vec<Notice>) {
        let Ok(mut all) = Table::try_from(Settings::default()) else {
            return (Settings::default(), vec![]);
        };
        let (mut unknown, mut wrong) = (vec![], vec![]);
        for (name, value) in table {
            if !all.contains_key(&name) {
                unknown.push(name);
            } else if let Some(before) = all.insert(name.clone(), value)
                && all.clone().try_into::<Settings>().is_err()
            {
                all.insert(name.clone(), before);
                wrong.push(name);
            }
        }
        let mut notices = vec![];
        if !unknown.is_empty() {
            tracing::info!(?unknown, "settings of another version stay in the file");
        }
        if !wrong.is_empty() {
            notices.push(Notice::SettingsWrong { names: wrong });
        }
        (all.try_into().unwrap_or_default(), notices)
    }

    fn unreadable(&self, fault: &FileFault) -> (Settings, Vec<Notice>) {
        tracing::warn!(%fault, "the settings are as at first");
        (Settings::default(), vec![Notice::NotRead { path: self.path.clone() }])
    }
}
