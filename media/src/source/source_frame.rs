//! What a source gives.

use crate::h264::AccessUnit;
use crate::picture::Picture;
use crate::time::WallTime;

/// One frame of a source.
#[derive(Debug)]
pub enum SourceFrame {
    /// A picture to be encoded.
    Picture(Picture),
    /// A frame that is encoded already.
    Encoded {
        /// The frame.
        unit: AccessUnit,
        /// When it was given out.
        capture_time: WallTime,
    },
}
