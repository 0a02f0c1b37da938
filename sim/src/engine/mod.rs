//! What is put through the simulator: a session engine behind one seam.
//!
//! The core's [`roomrtc_core::session::Peer`] is one. Any other stack is another as soon as it
//! has the same face: inputs with a time go in, datagrams, events, frames and one deadline come
//! out. Its maker says that it is foreign, and the oracles judge it as such.

mod call_engine;
mod engine_maker;
mod peer_maker;

pub use call_engine::CallEngine;
pub use engine_maker::EngineMaker;
pub use peer_maker::PeerMaker;
