//! The way in for other threads.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError};

use mio::Waker;

use super::CommandRefused;

/// Hands commands to a loop from any thread, and wakes it.
pub struct CommandSender<C> {
    pub(super) sender: SyncSender<C>,
    pub(super) waker: Arc<Waker>,
}

impl<C> CommandSender<C> {
    /// Hands a command over; never blocks.
    ///
    /// # Errors
    /// [`CommandRefused`] if too many wait already, or nobody will ever take it.
    pub fn send(&self, command: C) -> Result<(), CommandRefused> {
        self.sender.try_send(command).map_err(|error| match error {
            TrySendError::Full(_) => CommandRefused::Full,
            TrySendError::Disconnected(_) => CommandRefused::Ended,
        })?;
        self.wake();
        Ok(())
    }

    /// Hands a command over, and waits for room where too many wait already.
    ///
    /// # Errors
    /// [`CommandRefused::Ended`] if nobody will ever take it.
    pub fn send_patiently(&self, command: C) -> Result<(), CommandRefused> {
        match self.sender.try_send(command) {
            Ok(()) => {}
            Err(TrySendError::Full(command)) => {
                self.wake();
                self.sender.send(command).map_err(|_| CommandRefused::Ended)?;
            }
            Err(TrySendError::Disconnected(_)) => return Err(CommandRefused::Ended),
        }
        self.wake();
        Ok(())
    }

    /// A wake-up fails only if the loop's counter is full: then it is awake.
    fn wake(&self) {
        let _ = self.waker.wake();
    }
}

impl<C> Clone for CommandSender<C> {
    fn clone(&self) -> CommandSender<C> {
        CommandSender { sender: self.sender.clone(), waker: Arc::clone(&self.waker) }
    }
}

impl<C> fmt::Debug for CommandSender<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CommandSender(..)")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;
    use std::thread;

    use super::*;

    #[test]
    fn the_patient_wait_for_room_and_not_for_the_dead() {
        let poll = mio::Poll::new().expect("a poll");
        let waker = Arc::new(Waker::new(poll.registry(), mio::Token(0)).expect("a waker"));
        let (sender, commands) = sync_channel(1);
        let sender = CommandSender { sender, waker };
        assert_eq!(sender.send_patiently(0), Ok(()));
        assert_eq!(sender.send(1), Err(CommandRefused::Full));
        let loop_thread = thread::spawn(move || commands.iter().take(100).collect::<Vec<u32>>());
        for number in 1..100 {
            assert_eq!(sender.send_patiently(number), Ok(()));
        }
        assert_eq!(loop_thread.join().expect("no panic"), (0..100).collect::<Vec<u32>>());
        assert_eq!(sender.send_patiently(100), Err(CommandRefused::Ended));
    }
}
