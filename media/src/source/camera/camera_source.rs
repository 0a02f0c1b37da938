//! A camera as a source.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::{CameraDevice, CameraError};
use crate::mailbox::Latest;
use crate::picture::{Picture, PicturePool, PictureSize};
use crate::source::{Canceller, SourceError, SourceFrame, VideoSource};
use crate::time::{FrameRate, WallClock};

/// A picture and when it was captured, or what the driver said.
type Captured = Result<(Picture, Instant), String>;

/// A camera on a thread of its own. Dropping it tells that thread to end, which it does with its
/// next picture, and does not wait.
#[derive(Debug)]
pub struct CameraSource {
    index: u32,
    size: PictureSize,
    slot: Latest<Captured>,
    position: u32,
}

impl CameraSource {
    /// How long a camera may take for a picture, or to open.
    pub const PATIENCE: Duration = Duration::from_secs(5);

    /// Opens the camera and starts its thread; `open` is called on it.
    ///
    /// # Errors
    /// When the camera cannot be opened, or there is no thread for it.
    pub fn start<D: CameraDevice>(
        index: u32,
        open: impl FnOnce() -> Result<D, CameraError> + Send + 'static,
    ) -> Result<Self, CameraError> {
        let slot = Latest::new();
        let pictures = slot.clone();
        let (opened, size) = mpsc::sync_channel(1);
        let failed = |reason: String| CameraError::Open { index, reason };
        let body = move || match open() {
            Ok(device) => {
                let _ = opened.send(Ok(device.size()));
                run(device, &pictures);
            }
            Err(error) => drop(opened.send(Err(error))),
        };
        let thread = thread::Builder::new().name(format!("camera {index}")).spawn(body);
        thread.map_err(|error| failed(error.to_string()))?;
        let size = match size.recv_timeout(Self::PATIENCE) {
            Ok(size) => size?,
            Err(_) => return Err(failed("its driver does not answer".into())),
        };
        Ok(Self { index, size, slot, position: 0 })
    }

    fn next_picture(&mut self, patience: Duration) -> Result<(Picture, Instant), CameraError> {
        let index = self.index;
        match self.slot.take_within(patience) {
            Some(Ok(captured)) => Ok(captured),
            Some(Err(reason)) => Err(CameraError::Failed { index, reason }),
            None if self.slot.is_closed() => {
                Err(CameraError::Failed { index, reason: "it was stopped".into() })
            }
            None => Err(CameraError::Silent { index, seconds: patience.as_secs() }),
        }
    }
}

/// Puts pictures into the slot until it is closed or the camera fails.
fn run(mut device: impl CameraDevice, slot: &Latest<Captured>) {
    let pool = PicturePool::default();
    let size = device.size();
    while !slot.is_closed() {
        let mut picture = pool.take(size);
        let result = device.capture(&mut picture);
        let has_failed = result.is_err();
        slot.put(result.map(|()| (picture, Instant::now())));
        if has_failed {
            slot.close();
        }
    }
}

impl VideoSource for CameraSource {
    fn description(&self) -> String {
        format!("camera {}, {}", self.index, self.size)
    }

    fn size(&self) -> PictureSize {
        self.size
    }

    fn frame_rate(&self) -> Option<FrameRate> {
        None
    }

    fn next_frame(
        &mut self,
        clock: &WallClock,
        _pool: &PicturePool,
    ) -> Result<SourceFrame, SourceError> {
        let (mut picture, captured) = self.next_picture(Self::PATIENCE)?;
        picture.capture_time = clock.at(captured);
        picture.position = self.position;
        self.position = self.position.wrapping_add(1);
        Ok(SourceFrame::Picture(picture))
    }

    fn canceller(&self) -> Canceller {
        let slot = self.slot.clone();
        Canceller::new(move || slot.close())
    }
}

impl Drop for CameraSource {
    fn drop(&mut self) {
        self.slot.close();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender};

    use super::*;
    use crate::source::camera::scripted_camera::ScriptedCamera;

    fn start() -> (CameraSource, Sender<Result<u8, String>>) {
        let (script, steps): (_, Receiver<_>) = mpsc::channel();
        let source = CameraSource::start(3, move || Ok(ScriptedCamera { steps }));
        (source.expect("opens"), script)
    }

    fn next(source: &mut CameraSource) -> Result<u8, SourceError> {
        match source.next_frame(&WallClock::new(), &PicturePool::default())? {
            SourceFrame::Picture(picture) => Ok(picture.bytes()[0]),
            SourceFrame::Encoded { .. } => panic!("cameras give pictures"),
        }
    }

    #[test]
    fn pictures_come_until_the_camera_fails() {
        let (mut source, script) = start();
        for luma in [7, 8] {
            script.send(Ok(luma)).expect("running");
            assert_eq!(next(&mut source), Ok(luma));
        }
        script.send(Err("unplugged".into())).expect("running");
        let error = next(&mut source).expect_err("failed");
        assert_eq!(error.to_string(), "camera 3 has failed: unplugged");
        assert!(next(&mut source).is_err(), "and gives no more");
    }

    #[test]
    fn a_camera_that_cannot_be_opened_is_told() {
        let refuse = || Err::<ScriptedCamera, _>(CameraError::None);
        assert_eq!(CameraSource::start(0, refuse).map(|_| ()), Err(CameraError::None));
    }

    #[test]
    fn a_silent_camera_is_given_up_and_its_wait_can_be_ended() {
        let (mut source, _script) = start();
        let silent = CameraError::Silent { index: 3, seconds: 0 };
        assert_eq!(source.next_picture(Duration::ZERO).map(|_| ()), Err(silent));
        source.canceller().cancel();
        let error = source.next_picture(Duration::from_secs(3_600)).map(|_| ()).unwrap_err();
        assert_eq!(error.to_string(), "camera 3 has failed: it was stopped");
    }
}
