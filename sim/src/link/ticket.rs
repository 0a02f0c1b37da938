//! What a pipe is resumed with.

/// What a pipe is resumed with, as the pipe gave it out. A ticket of something that has happened
/// by other means meanwhile does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ticket {
    /// A packet on the pipe's shelf goes on.
    Packet {
        /// Its place.
        place: u32,
        /// How often the place was used before.
        use_of_place: u32,
    },
    /// The queue of a stage sends its next packet.
    Queue {
        /// The stage's number.
        stage: u16,
    },
}
