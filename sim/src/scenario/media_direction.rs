//! Which way video is to flow.

use roomrtc_core::sdp::Direction;
use serde::{Deserialize, Serialize};

/// What a side wants to do with video.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MediaDirection {
    /// Send and receive: `sendrecv`.
    SendReceive,
    /// Only send: `sendonly`.
    SendOnly,
    /// Only receive: `recvonly`.
    ReceiveOnly,
    /// Neither: `inactive`.
    Inactive,
}

impl From<MediaDirection> for Direction {
    fn from(direction: MediaDirection) -> Direction {
        match direction {
            MediaDirection::SendReceive => Direction::SendReceive,
            MediaDirection::SendOnly => Direction::SendOnly,
            MediaDirection::ReceiveOnly => Direction::ReceiveOnly,
            MediaDirection::Inactive => Direction::Inactive,
        }
    }
}
