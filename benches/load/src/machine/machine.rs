//! What there is to run on.

use std::io;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

/// A core for the servers and one for the generator, and how many files may be open.
#[derive(Clone, Copy, Debug)]
pub struct Machine {
    /// The cores of the server and of the generator, if there are two.
    cores: Option<(usize, usize)>,
    open_files: u64,
}

impl Machine {
    /// Files that are open beside connections.
    const OTHER_FILES: u64 = 64;

    /// Raises what may be raised, and pins this thread to a core. Processes that are started inherit
    /// how many files may be open.
    ///
    /// # Errors
    /// What the system says.
    pub fn prepare() -> io::Result<Machine> {
        let before = getrlimit(Resource::Nofile);
        // Not refused by anybody: the soft limit may always go up to the hard one.
        setrlimit(Resource::Nofile, Rlimit { current: before.maximum, ..before })?;
        let allowed = sched_getaffinity(None)?;
        let mut cores = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
        let cores = cores.next().and_then(|first| Some((cores.next_back()?, first)));
        let machine = Machine { cores, open_files: before.maximum.unwrap_or(u64::MAX) };
        machine.stay_off_the_servers_core()?;
        Ok(machine)
    }

    /// Calls `start` on the servers' core: a process that it starts stays there.
    ///
    /// # Errors
    /// What the system says of the cores.
    pub fn on_the_servers_core<T>(&self, start: impl FnOnce() -> T) -> io::Result<T> {
        if let Some((server, _)) = self.cores {
            pin(server)?;
        }
        let started = start();
        self.stay_off_the_servers_core()?;
        Ok(started)
    }

    fn stay_off_the_servers_core(&self) -> io::Result<()> {
        self.cores.map_or(Ok(()), |(_, generator)| pin(generator))
    }

    /// The most connections that a process may have.
    pub fn most_connections(&self) -> u32 {
        let most = self.open_files.saturating_sub(Machine::OTHER_FILES);
        u32::try_from(most).unwrap_or(u32::MAX)
    }

    /// What a reader of figures has to know of it.
    pub fn notes(&self) -> Vec<String> {
        vec![match self.cores {
            Some((server, generator)) => format!(
                "Each server alone on core {server}, its worker threads included; all clients on core \
                 {generator}."
            ),
            None => "One core for server and clients: figures are of both together.".to_owned(),
        }]
    }
}

fn pin(core: usize) -> io::Result<()> {
    let mut set = CpuSet::new();
    set.set(core);
    Ok(sched_setaffinity(None, &set)?)
}
