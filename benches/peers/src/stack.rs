//! What is asked of every implementation.

use std::time::Duration;

use crate::Level;

/// Two ends of one implementation: one sends H.264 video, the other receives it.
pub trait Stack: Sized {
    /// Its name, with its cryptography.
    const NAME: &'static str;

    /// Makes both ends with a certificate each, exchanges the descriptions, and runs both, on a
    /// clock that jumps, until both are connected and can carry media.
    fn connect(level: Level) -> Self;

    /// Hands `count` packets to the sender, or frames, as the level is.
    fn write(&mut self, count: usize);

    /// Carries every datagram over, in both directions, until both ends are silent.
    fn relay(&mut self);

    /// Gives each of the sender's datagrams to `sink`, or several of equal size in one piece with
    /// the size of each.
    fn transmit(&mut self, sink: &mut dyn FnMut(&[u8], usize));

    /// Gives a datagram to the receiver, and takes what it delivers.
    fn receive(&mut self, datagram: &[u8]);

    /// Packets or frames delivered so far.
    fn delivered(&self) -> usize;

    /// Lets time pass at both ends.
    fn advance(&mut self, step: Duration);
}
