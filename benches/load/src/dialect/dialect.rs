//! A client of one kind of server.

use std::fmt;

use super::{Event, Misheard, Saying};

/// A client without a socket.
pub trait Dialect: fmt::Debug {
    /// Appends what it says first.
    fn begin(&mut self, output: &mut Vec<u8>);

    /// Takes what the server sent, however it is cut, appends what it answers by itself, and says what
    /// happened.
    ///
    /// # Errors
    /// [`Misheard`] if it is not what this client was to be told.
    fn hear(
        &mut self,
        input: &[u8],
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard>;

    /// Appends this.
    fn say(&mut self, saying: Saying, output: &mut Vec<u8>);
}
