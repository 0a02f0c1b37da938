//! Listing and opening cameras.

use super::{CameraError, CameraFormat, CameraInfo};
use crate::source::{SourceOptions, VideoSource};

/// The cameras of this machine; none where the programs were built without the feature `camera`.
pub fn cameras() -> Vec<CameraInfo> {
    #[cfg(feature = "camera")]
    let cameras = super::native_camera::list();
    #[cfg(not(feature = "camera"))]
    let cameras = Vec::new();
    cameras
}

/// What this camera can give that can be read here, the largest first. Its driver may take its time to
/// say.
///
/// # Errors
/// When it is not there or cannot be asked, and always without the feature `camera`.
pub fn formats(index: u32) -> Result<Vec<CameraFormat>, CameraError> {
    if !cfg!(feature = "camera") {
        return Err(CameraError::NotBuilt);
    }
    check_presence(index, &cameras())?;
    formats_of_present(index)
}

/// Opens the camera of this number.
///
/// # Errors
/// When it is not there or cannot be used, and always without the feature `camera`.
pub fn open(index: u32, options: &SourceOptions) -> Result<Box<dyn VideoSource>, CameraError> {
    if !cfg!(feature = "camera") {
        return Err(CameraError::NotBuilt);
    }
    check_presence(index, &cameras())?;
    open_present(index, options)
}

fn check_presence(index: u32, cameras: &[CameraInfo]) -> Result<(), CameraError> {
    if cameras.is_empty() {
        return Err(CameraError::None);
    }
    if cameras.iter().all(|camera| camera.index != index) {
        let names = cameras.iter().map(|camera| format!("{} ({})", camera.index, camera.name));
        let known = names.collect::<Vec<_>>().join(", ");
        return Err(CameraError::NoSuch { index, known });
    }
    Ok(())
}

#[cfg(feature = "camera")]
fn formats_of_present(index: u32) -> Result<Vec<CameraFormat>, CameraError> {
    super::native_camera::formats(index)
}

#[cfg(not(feature = "camera"))]
fn formats_of_present(_: u32) -> Result<Vec<CameraFormat>, CameraError> {
    Err(CameraError::NotBuilt)
}

#[cfg(feature = "camera")]
fn open_present(index: u32, options: &SourceOptions) -> Result<Box<dyn VideoSource>, CameraError> {
    use super::CameraSource;
    use super::native_camera::NativeCamera;

    let options = *options;
    let source = CameraSource::start(index, move || NativeCamera::open(index, &options))?;
    Ok(Box::new(source))
}

#[cfg(not(feature = "camera"))]
fn open_present(_: u32, _: &SourceOptions) -> Result<Box<dyn VideoSource>, CameraError> {
    Err(CameraError::NotBuilt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_camera_that_is_not_there_is_a_clear_sentence() {
        let sentence = |cameras: &[CameraInfo]| {
            check_presence(7, cameras).map_or_else(|error| error.to_string(), |()| "there".into())
        };
        let camera = |index| CameraInfo { index, name: format!("Camera {index}") };
        assert_eq!(sentence(&[]), "there is no camera on this machine");
        assert_eq!(
            sentence(&[camera(0), camera(2)]),
            "there is no camera 7; there are: 0 (Camera 0), 2 (Camera 2)"
        );
        assert_eq!(sentence(&[camera(7)]), "there");
    }

    #[test]
    fn the_cameras_of_this_machine_can_be_listed() {
        let index = cameras().iter().map(|camera| camera.index + 1).max().unwrap_or(0);
        let size = crate::picture::PictureSize::new(640, 360).expect("valid");
        let options = SourceOptions { size, frame_rate: None };
        assert!(open(index, &options).is_err(), "no camera has this number");
        assert!(formats(index).is_err(), "nor has it formats");
    }
}
