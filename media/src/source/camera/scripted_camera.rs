//! A camera for tests.

use std::sync::mpsc::Receiver;

use super::CameraDevice;
use crate::picture::{Picture, PictureSize};

/// Gives a picture of each luma that comes, or fails.
pub(super) struct ScriptedCamera {
    pub(super) steps: Receiver<Result<u8, String>>,
}

impl CameraDevice for ScriptedCamera {
    fn size(&self) -> PictureSize {
        PictureSize::new(16, 16).expect("valid")
    }

    fn capture(&mut self, picture: &mut Picture) -> Result<(), String> {
        let luma = self.steps.recv().map_err(|_| String::from("the script is over"))??;
        picture.bytes_mut().fill(luma);
        Ok(())
    }
}
