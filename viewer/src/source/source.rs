//! What can be told.

use std::fmt;

use roomrtc_core::base::Time;

use super::{Heading, Listener};

/// A run that can be told, as often as wanted, the same each time.
pub trait Source: fmt::Debug {
    /// What it is.
    fn heading(&self) -> &Heading;

    /// When it ends at the latest, where that is known beforehand.
    fn lasts(&self) -> Option<Time>;

    /// Whether it tells of every packet that is lost. Otherwise a packet that is never received was
    /// lost.
    fn tells_losses(&self) -> bool;

    /// Tells `listener` everything from `from` to `until`, both included, in the world's time. What
    /// was before may be told too: as much as there is between the nearest moment that is kept and
    /// `from`.
    fn tell(&mut self, from: Time, until: Time, listener: &mut dyn Listener);
}
