//! Cameras, through Video4Linux (feature `camera`).
//!
//! A camera runs on a thread of its own, since its driver may block for good: what reads from it
//! gives up after [`CameraSource::PATIENCE`]. Whoever opens a camera that
//! is being closed here waits for that. Formats are `YUYV`, `NV12` and packed RGB; compressed
//! ones (`MJPG`) are left out. Without the feature [`open`] says so.

#[cfg(feature = "camera")]
mod camera_claim;
mod camera_device;
mod camera_error;
mod camera_format;
mod camera_info;
mod camera_source;
#[cfg(feature = "camera")]
mod native_camera;
mod opening;
#[cfg(test)]
mod scripted_camera;

pub use camera_device::CameraDevice;
pub use camera_error::CameraError;
pub use camera_format::CameraFormat;
pub use camera_info::CameraInfo;
pub use camera_source::CameraSource;
pub use opening::{cameras, formats, open};
