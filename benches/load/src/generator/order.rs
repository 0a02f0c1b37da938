//! What a script wants done.

use crate::dialect::Saying;

/// What a script wants a client to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Say this.
    Say {
        /// The client, by its place.
        client: usize,
        /// What to say.
        saying: Saying,
    },
    /// Close the connection.
    Close {
        /// The client, by its place.
        client: usize,
    },
}
