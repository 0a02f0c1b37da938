//! What the program can do.

#[cfg(feature = "window")]
use super::ReplayOptions;
use super::{CallOptions, CardOptions, DemoOptions, PeerOptions};

/// What the program can do.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum Subcommand {
    /// A server and a video call between two clients on this machine, measured.
    Demo(DemoOptions),
    /// One end of a call without a server: descriptions as JSON lines on standard input and output.
    Peer(PeerOptions),
    /// Call a user of a server, or wait to be called.
    Call(CallOptions),
    /// Write the test card with its code as a Y4M file: a camera for other programs.
    Card(CardOptions),
    /// Open a window on a recorded call: packets, states, jitter buffers and what each loss caused, on a
    /// timeline.
    #[cfg(feature = "window")]
    Replay(ReplayOptions),
}
