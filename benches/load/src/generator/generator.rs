//! The generator.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};

use mio::{Events, Interest, Poll, Token};

use super::channel::Channel;
use super::connection::Connection;
use super::{Client, LoadError, Order};
use crate::dialect::Event;
use crate::script::Script;

/// Any number of clients on one thread.
#[derive(Debug)]
pub struct Generator {
    poll: Poll,
    /// Clients by their place, until they are closed.
    pub(super) connections: Vec<Option<Connection>>,
    /// Clients that are not connected yet, the next first.
    waiting: VecDeque<Client>,
    /// Clients that have still to log in.
    pub(super) new: usize,
    at_once: usize,
    pub(super) buffer: Vec<u8>,
    pub(super) events: Vec<Event>,
    pub(super) orders: Vec<Order>,
}

impl Generator {
    /// Clients that log in at the same time.
    pub const AT_ONCE: usize = 64;

    /// Clients that come from the same address.
    const OF_AN_ADDRESS: usize = 100;

    /// Most bytes read in one system call.
    const READ_AT_ONCE: usize = 64 * 1024;

    /// A generator of these clients. They are numbered by their place.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(clients: impl IntoIterator<Item = Client>) -> io::Result<Generator> {
        Ok(Generator {
            poll: Poll::new()?,
            connections: Vec::new(),
            waiting: clients.into_iter().collect(),
            new: 0,
            at_once: Generator::AT_ONCE,
            buffer: vec![0; Generator::READ_AT_ONCE],
            events: Vec::new(),
            orders: Vec::new(),
        })
    }

    /// Connects the clients and has them do what `script` says, until it is done. Says how long it
    /// took.
    ///
    /// # Errors
    /// [`LoadError`], among others if it takes longer than `limit`.
    pub fn run(&mut self, script: &mut dyn Script, limit: Duration) -> Result<Duration, LoadError> {
        let began = Instant::now();
        let mut events = Events::with_capacity(1024);
        loop {
            self.connect_next()?;
            script.tick(Instant::now(), &mut self.orders);
            self.obey()?;
            if script.is_done() {
                return Ok(began.elapsed());
            }
            if began.elapsed() > limit {
                let (seconds, progress) = (limit.as_secs(), script.progress());
                return Err(LoadError::TooSlow { seconds, progress });
            }
            match self.poll.poll(&mut events, Some(script.pace())) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            }
            for event in &events {
                self.ready(event, script)?;
            }
        }
    }

    fn connect_next(&mut self) -> io::Result<()> {
        while self.new < self.at_once
            && let Some(client) = self.waiting.pop_front()
        {
            let place = self.connections.len();
            let mut channel = Channel::connect(source(place), client.address, client.tls)?;
            let token = Token(place);
            let both = Interest::READABLE | Interest::WRITABLE;
            self.poll.registry().register(channel.socket(), token, both)?;
            self.connections.push(Some(Connection::new(channel, client.dialect)));
            self.new += 1;
        }
        Ok(())
    }
}

/// The address that a client comes from: users come from many, and a server may take only so many
/// connections of each.
fn source(place: usize) -> IpAddr {
    let network = place / Generator::OF_AN_ADDRESS;
    Ipv4Addr::new(127, 1, (network / 250) as u8, (network % 250 + 1) as u8).into()
}
