//! A whole run.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::{Names, Place};

use super::{Column, Moment, Pictures};
use crate::buffer::BufferSeries;
use crate::chains::LostPacket;
use crate::ladder::Ladder;
use crate::lanes::Lane;
use crate::source::Heading;

/// All that is kept of a whole run.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// What it is.
    pub heading: Heading,
    /// What is to be said of the whole.
    pub notes: Vec<String>,
    /// The whole second in which anything happens first, in the world's time: a call that was recorded may
    /// begin long after the program has.
    pub begin: Time,
    /// When it ends, in the world's time.
    pub end: Time,
    /// What places are called.
    pub names: Names,
    /// Who sends and receives, the hosts first.
    pub columns: Vec<Column>,
    /// The packets.
    pub ladder: Ladder,
    /// The states of each host's parts.
    pub lanes: Vec<Lane>,
    /// The jitter buffers.
    pub buffers: Vec<BufferSeries>,
    /// By host, what it shows and films.
    pub pictures: Vec<Pictures>,
    /// What is worth stopping at, in the order of time.
    pub moments: Vec<Moment>,
    /// The lost packets, in the order in which they were lost.
    pub losses: Vec<LostPacket>,
}

impl Timeline {
    /// What a place is called.
    pub fn name(&self, place: Place) -> String {
        match place {
            Place::World => "the internet".to_owned(),
            Place::Host(_) => self.names.name(place),
            _ => self.names.full_name(place),
        }
    }

    /// The lost packet at this place in the ladder.
    pub fn loss_of(&self, crossing: usize) -> Option<usize> {
        self.losses.iter().position(|lost| lost.crossing == Some(crossing))
    }
}
