//! From what the user has chosen to a source.

use std::sync::Arc;

use roomrtc_media::source::camera::{CameraError, CameraFormat, CameraInfo};
use roomrtc_media::source::{OpenSourceError, SourceChoice as MediaChoice, VideoSource};

use super::{SourceSettings, Sources};
use crate::client::SourceFactory;
use crate::desktop::SourceChoice;

/// What opens the user's choice; `None` if that is nothing. Cameras are looked up by their names when
/// they are opened: their numbers change.
pub(super) fn factory(
    choice: &SourceChoice,
    sources: &Arc<dyn Sources>,
    settings: SourceSettings,
) -> Option<SourceFactory> {
    if *choice == SourceChoice::Nothing {
        return None;
    }
    let (choice, sources) = (choice.clone(), Arc::clone(sources));
    Some(SourceFactory::new(move || open(&choice, &*sources, settings)))
}

/// As [`factory`], for a preview: `tell` is called first with what the camera can give, which cannot be
/// asked once it gives pictures.
pub(super) fn factory_for_preview(
    choice: &SourceChoice,
    sources: &Arc<dyn Sources>,
    settings: SourceSettings,
    tell: impl Fn(Vec<CameraFormat>) + Send + Sync + 'static,
) -> Option<SourceFactory> {
    let source = factory(choice, sources, settings)?;
    let (choice, sources) = (choice.clone(), Arc::clone(sources));
    Some(SourceFactory::new(move || {
        tell(formats(&choice, &*sources));
        source.opener()()
    }))
}

/// What a camera that was chosen can give; nothing of what is no camera or cannot be asked, which its
/// opening says better.
fn formats(choice: &SourceChoice, sources: &dyn Sources) -> Vec<CameraFormat> {
    let camera = match choice {
        SourceChoice::AnyCamera => camera(None, &sources.cameras()),
        SourceChoice::Camera(name) => camera(Some(name), &sources.cameras()),
        _ => return Vec::new(),
    };
    let formats = match camera {
        Ok(MediaChoice::Camera(index)) => sources.formats(index),
        _ => return Vec::new(),
    };
    formats.unwrap_or_default()
}

fn open(
    choice: &SourceChoice,
    sources: &dyn Sources,
    settings: SourceSettings,
) -> Result<Box<dyn VideoSource>, OpenSourceError> {
    let (choice, options) = match choice {
        SourceChoice::AnyCamera => (camera(None, &sources.cameras())?, settings.camera),
        SourceChoice::Camera(name) => (camera(Some(name), &sources.cameras())?, settings.camera),
        SourceChoice::Screen => (MediaChoice::Screen, settings.screen),
        SourceChoice::Window(window) => (MediaChoice::Window(*window), settings.screen),
        // Nothing is not opened at all.
        SourceChoice::TestCard | SourceChoice::Nothing => (MediaChoice::TestCard, settings.camera),
    };
    sources.open(&choice, &options)
}

/// The camera of this name, or the first.
fn camera(name: Option<&String>, cameras: &[CameraInfo]) -> Result<MediaChoice, CameraError> {
    if cameras.is_empty() && cfg!(not(feature = "camera")) {
        return Err(CameraError::NotBuilt);
    }
    let is_it = |camera: &&CameraInfo| name.is_none_or(|name| *name == camera.name);
    if let Some(found) = cameras.iter().find(is_it) {
        return Ok(MediaChoice::Camera(found.index));
    }
    let names = cameras.iter().map(|camera| format!("{} ({})", camera.index, camera.name));
    let known = names.collect::<Vec<_>>().join(", ");
    match cameras.iter().map(|camera| camera.index).max() {
        None => Err(CameraError::None),
        Some(last) => Err(CameraError::NoSuch { index: last.saturating_add(1), known }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(name: Option<&str>, cameras: &[(u32, &str)]) -> Result<MediaChoice, CameraError> {
        let info = |(index, name): &(u32, &str)| CameraInfo { index: *index, name: (*name).into() };
        let cameras: Vec<CameraInfo> = cameras.iter().map(info).collect();
        camera(name.map(str::to_owned).as_ref(), &cameras)
    }

    #[test]
    fn a_camera_is_known_by_its_name_whatever_its_number() {
        let two = [(2, "desk"), (0, "lid")];
        assert_eq!(chosen(Some("lid"), &two), Ok(MediaChoice::Camera(0)));
        assert_eq!(chosen(None, &two), Ok(MediaChoice::Camera(2)));
        assert!(matches!(chosen(Some("gone"), &two), Err(CameraError::NoSuch { .. })));
        assert!(chosen(None, &[]).is_err());
    }
}
