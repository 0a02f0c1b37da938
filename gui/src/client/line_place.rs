//! Room for lines of input.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// One of the places in which lines of input wait for the main thread. They are few, so that input
/// as fast as can be leaves room for what clients tell. Dropping it gives the place back.
#[derive(Debug)]
pub struct LinePlace(SyncSender<()>);

impl LinePlace {
    /// So many places, to be taken with [`LinePlace::take`].
    pub fn some(count: usize) -> (SyncSender<()>, Receiver<()>) {
        let (sender, places) = sync_channel(count);
        for _ in 0..count {
            // There is room for exactly so many.
            let _ = sender.try_send(());
        }
        (sender, places)
    }

    /// Waits for a place.
    pub fn take(sender: &SyncSender<()>, places: &Receiver<()>) -> LinePlace {
        // The sender is here, so the channel is whole.
        let _ = places.recv();
        LinePlace(sender.clone())
    }
}

impl Drop for LinePlace {
    fn drop(&mut self) {
        let _ = self.0.try_send(());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back() {
        let (sender, places) = LinePlace::some(2);
        let first = LinePlace::take(&sender, &places);
        let second = LinePlace::take(&sender, &places);
        assert!(places.try_recv().is_err());
        drop(first);
        let third = LinePlace::take(&sender, &places);
        assert!(places.try_recv().is_err());
        drop((second, third));
    }
}
