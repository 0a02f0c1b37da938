//! Naming a call.

/// A call in the hub, which numbers those it has. What its parties call it is its
/// [`roomrtc_core::signaling::CallNumber`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub u64);
