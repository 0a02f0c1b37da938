//! The call.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::CallRole;

use super::{CallStage, OwnPicture, PeerKey, Quality, SourceChoice, SourceState};
use crate::safety_number::SafetyNumber;
use crate::statistics::CallStatistics;

/// The call that stands, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentCall {
    /// The other party's name on the server.
    pub user: String,
    /// The name that the other party goes by, if it is a guest.
    pub guest_name: Option<String>,
    /// Which end this is.
    pub role: CallRole,
    /// When it was accepted.
    pub began: Time,
    /// When encrypted media could flow for the first time.
    pub connected_at: Option<Time>,
    /// How far it is.
    pub stage: CallStage,
    /// Whether the server knows of it: without, it goes on but cannot be negotiated anew.
    pub is_detached: bool,
    /// Whether the user wants pictures to be sent.
    pub is_camera_on: bool,
    /// What is sent in the place of what was chosen, in this call only: the screen or a window.
    pub sharing: Option<SourceChoice>,
    /// What becomes of the pictures that are sent.
    pub source: SourceState,
    /// How one's own picture is shown.
    pub own_picture: OwnPicture,
    /// Whether a picture of the other side was decoded.
    pub has_picture: bool,
    /// Whether the other side has said that it ended its video.
    pub has_video_ended: bool,
    /// What was measured last.
    pub statistics: Option<Box<CallStatistics>>,
    /// What that means.
    pub quality: Quality,
    /// What both can read to each other; `None` before the handshake.
    pub safety_number: Option<SafetyNumber>,
    /// What is known of the other side's certificate.
    pub peer_key: PeerKey,
}

impl CurrentCall {
    /// The name to show.
    pub fn name(&self) -> &str {
        self.guest_name.as_deref().unwrap_or(&self.user)
    }

    /// The way is there, for the first time or again.
    pub(super) fn find_path(&mut self) {
        if self.stage != CallStage::Ending {
            self.stage = CallStage::Connected;
        }
    }

    /// The way is lost. Before it was there, it is still being looked for.
    pub(super) fn lose_path(&mut self, now: Time) {
        if self.stage == CallStage::Connected {
            self.stage = CallStage::Reconnecting { since: now };
        }
    }

    /// How long it has been standing, in whole time since encrypted media could flow; zero before.
    pub fn lasted(&self, now: Time) -> Duration {
        self.connected_at.map_or(Duration::ZERO, |at| now.since(at))
    }
}
