//! What reaches the program's main thread.

use super::{ClientEvent, FinishedCall, LinePlace};

/// What other threads tell the main thread.
#[derive(Debug)]
pub enum ProgramEvent {
    /// A client tells something.
    Client {
        /// Which client, in the order in which they were started.
        client: usize,
        /// What.
        event: ClientEvent,
    },
    /// A client's call is over.
    CallOver {
        /// Which client.
        client: usize,
        /// Why, how it was, and its media, which are still to be ended.
        call: Box<FinishedCall>,
    },
    /// A line of standard input, or why it cannot be handed over, and its place among those that may
    /// wait.
    Line(Result<String, String>, LinePlace),
    /// Standard input has ended.
    EndOfInput,
    /// The user or the system asks the program to end.
    Interrupted,
}
