//! A frame rate that is none.

/// Not a frame rate between 1 and 240 frames a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a frame rate is a number such as 30 or a fraction such as 30000/1001, from 1 to 240")]
pub struct FrameRateError;
