//! One end of a call in memory.

use std::net::SocketAddr;

use roomrtc_core::session::Event;
use roomrtc_sim::engine::CallEngine;

use super::SeenFrame;

/// One end of a call in memory, and what it has told so far.
#[derive(Debug)]
pub struct End {
    /// The engine.
    pub engine: Box<dyn CallEngine>,
    /// The address of its one socket.
    pub address: SocketAddr,
    /// What it told, but for descriptions and candidates.
    pub events: Vec<Event>,
    /// The descriptions that it gave out.
    pub descriptions: Vec<String>,
    /// The frames that it delivered.
    pub frames: Vec<SeenFrame>,
    /// Datagrams that it sent.
    pub sent: usize,
}

impl End {
    /// An end that has told nothing.
    pub fn new(engine: Box<dyn CallEngine>, address: SocketAddr) -> End {
        End {
            engine,
            address,
            events: Vec::new(),
            descriptions: Vec::new(),
            frames: Vec::new(),
            sent: 0,
        }
    }

    /// How often it has told this.
    pub fn told(&self, event: &Event) -> usize {
        self.events.iter().filter(|own| *own == event).count()
    }
}
