//! A camera that cannot be used.

/// Why a camera cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CameraError {
    /// The programs were built without cameras.
    #[error("this build has no cameras: build it with the feature `camera`")]
    NotBuilt,
    /// There is no camera at all.
    #[error("there is no camera on this machine")]
    None,
    /// There is no camera of this number.
    #[error("there is no camera {index}; there are: {known}")]
    NoSuch {
        /// The number that was asked for.
        index: u32,
        /// The numbers and names of those that are there.
        known: String,
    },
    /// The camera has no format that can be read.
    #[error("camera {index} has none of the formats YUYV, NV12 and RGB")]
    NoFormat {
        /// Its number.
        index: u32,
    },
    /// The camera cannot be opened.
    #[error("cannot open camera {index}: {reason}")]
    Open {
        /// Its number.
        index: u32,
        /// What the driver said.
        reason: String,
    },
    /// The camera failed while it ran.
    #[error("camera {index} has failed: {reason}")]
    Failed {
        /// Its number.
        index: u32,
        /// What the driver said.
        reason: String,
    },
    /// The camera gave no picture for too long.
    #[error("camera {index} has given no picture for {seconds} seconds")]
    Silent {
        /// Its number.
        index: u32,
        /// How long that was waited for.
        seconds: u64,
    },
}
