//! A server that runs.

use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use roomrtc_core::signaling::Password;
use tempfile::TempDir;

use super::Contender;
use super::process::Process;
use crate::dialect::{Dialect, Frames, Login, Mqtt, PeerJs, Role};
use crate::generator::Client;
use crate::machine::{processor_time, resident};

/// A server and what its clients have to know. The server ends when this is dropped.
#[derive(Debug)]
pub struct Site {
    pub(super) contender: Contender,
    pub(super) address: SocketAddr,
    pub(super) tls: Option<Arc<rustls::ClientConfig>>,
    /// How our users log in, by their numbers.
    pub(super) logins: Vec<Login>,
    pub(super) description: Rc<str>,
    pub(super) process: Process,
    /// What the server reads and writes.
    pub(super) _directory: TempDir,
}

impl Site {
    /// A client of the user of this number. A session is resumed once.
    pub fn client(&self, user: u32, role: Role) -> Client {
        let description = &self.description;
        let login = || self.logins.get(user as usize).cloned();
        let dialect: Box<dyn Dialect> = match self.contender {
            Contender::Ours => {
                let login = login().unwrap_or_else(|| Login::Password(Password::new("")));
                Box::new(Frames::new(user, login, role, description))
            }
            Contender::Mosquitto => Box::new(Mqtt::new(user, role, description)),
            Contender::PeerJs => Box::new(PeerJs::new(user, role, description)),
        };
        Client { address: self.address, tls: self.tls.clone(), dialect }
    }

    /// Clients of the first users, all in this role.
    pub fn clients(&self, count: u32, role: Role) -> impl Iterator<Item = Client> {
        (0..count).map(move |user| self.client(user, role))
    }

    /// Its address.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// How the users from this number on log in.
    pub fn logins_from(&self, user: u32) -> Vec<Login> {
        self.logins.iter().skip(user as usize).cloned().collect()
    }

    /// Bytes of the server's memory that are resident.
    ///
    /// # Errors
    /// What the system says.
    pub fn resident(&self) -> io::Result<u64> {
        resident(self.process.id())
    }

    /// The server's processor time so far.
    ///
    /// # Errors
    /// What the system says.
    pub fn processor_time(&self) -> io::Result<Duration> {
        processor_time(self.process.id())
    }
}
