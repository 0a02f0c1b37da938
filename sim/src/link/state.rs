//! What a stage remembers.

use super::Model;
use super::codel_queue::CoDelQueue;
use super::delivery_queue::DeliveryQueue;
use super::fifo::Fifo;

/// What a stage remembers from packet to packet, by its model.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// Nothing.
    Nothing,
    /// Whether the chain of Gilbert and Elliott is in its bad state.
    IsBad(bool),
    /// How many packets were lost.
    Lost(u64),
    /// The queue before a bottleneck.
    Fifo(Fifo),
    /// The queue that CoDel keeps short.
    CoDel(Box<CoDelQueue>),
    /// The queue before a recorded link.
    Delivery(DeliveryQueue),
}

impl State {
    pub(super) fn new(model: &Model) -> State {
        match model {
            Model::GilbertElliott(_) => State::IsBad(false),
            Model::Burst(_) => State::Lost(0),
            Model::RateLimit(_) => State::Fifo(Fifo::default()),
            Model::CoDel(_) => State::CoDel(Box::default()),
            Model::DeliveryTrace(_) => State::Delivery(DeliveryQueue::default()),
            _ => State::Nothing,
        }
    }
}
