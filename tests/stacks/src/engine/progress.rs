//! How far a session is.

use roomrtc_core::base::Time;
use roomrtc_core::ice::ConnectionState;

/// How far a session is, by what its stack has told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Progress {
    pub(super) connected_at: Option<Time>,
    pub(super) ice_state: ConnectionState,
    /// Whether a description was given out.
    pub(super) is_described: bool,
    /// Whether it was said that gathering is over.
    pub(super) has_gathered: bool,
    /// Whether the application has closed.
    pub(super) is_closed: bool,
    /// Whether it was told that the session has failed or was ended.
    pub(super) has_ended: bool,
}

impl Progress {
    pub(super) const fn new() -> Progress {
        Progress {
            connected_at: None,
            ice_state: ConnectionState::New,
            is_described: false,
            has_gathered: false,
            is_closed: false,
            has_ended: false,
        }
    }

    /// Whether a path is there.
    pub(super) fn has_path(&self) -> bool {
        self.ice_state == ConnectionState::Connected
    }
}
