//! What a camera sends.

use serde::{Deserialize, Serialize};

use crate::quantity::BitRate;

/// The video of one side.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MediaParameters {
    /// Whether this side has a camera. Without one it only watches.
    pub sends: bool,
    /// The mean bit rate of the frames.
    pub bit_rate: BitRate,
    /// Frames a second.
    pub frame_rate: u32,
    /// A key frame at the latest after so many frames; 0: only when one is asked for.
    pub group: u32,
    /// How many times larger a key frame is than another.
    pub key_frame_ratio: u32,
    /// By how many percent at most a frame is larger or smaller than the mean.
    pub variation: u32,
    /// Scene changes in a thousand frames: each is a frame as large as a key frame.
    pub scene_changes: u32,
}

impl Default for MediaParameters {
    fn default() -> MediaParameters {
        MediaParameters {
            sends: true,
            bit_rate: BitRate::megabits(2),
            frame_rate: 30,
            group: 0,
            key_frame_ratio: 6,
            variation: 20,
            scene_changes: 0,
        }
    }
}
