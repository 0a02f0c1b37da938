//! One direction of a call, from encoded frames to pictures.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use crate::decoder::{DecodeError, DecoderEvent, VideoDecoder};
use crate::h264::AccessUnit;
use crate::measurement::{MeasurementReport, PictureMeasurement, PictureMeter};
use crate::picture::Picture;
use crate::source::ReferencePictures;
use crate::time::WallClock;

/// A decoder on its thread, which measures every picture and keeps the last. Dropping it forgets
/// the frames that wait and ends the thread.
#[derive(Debug)]
pub struct VideoReceiver {
    decoder: VideoDecoder,
    meter: Arc<Mutex<PictureMeter>>,
    last: Arc<Mutex<Option<Arc<Picture>>>>,
}

impl VideoReceiver {
    /// Starts the thread, named `name` with `-decode` behind (15 bytes show). Pictures are compared
    /// with `reference` where there is one. `on_error` is called on that thread when decoding
    /// cannot go on without a key frame, `on_picture` with every picture, whether it came out with a
    /// key frame, and what was told from it.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &str,
        clock: WallClock,
        reference: Option<Box<dyn ReferencePictures>>,
        mut on_error: impl FnMut(DecodeError) + Send + 'static,
        mut on_picture: impl FnMut(&Arc<Picture>, bool, &PictureMeasurement) + Send + 'static,
    ) -> io::Result<Self> {
        let meter = Arc::new(Mutex::new(PictureMeter::new(reference)));
        let last = Arc::new(Mutex::new(None));
        let (measuring, latest) = (Arc::clone(&meter), Arc::clone(&last));
        let decoder = VideoDecoder::start(&format!("{name}-decode"), move |event| match event {
            DecoderEvent::Picture { picture, is_key_frame } => {
                let now = clock.now();
                let measured = lock(&measuring).measure(now, &picture);
                let picture = Arc::new(picture);
                on_picture(&picture, is_key_frame, &measured);
                *lock(&latest) = Some(picture);
            }
            DecoderEvent::KeyFrameNeeded(error) => on_error(error),
        })?;
        Ok(Self { decoder, meter, last })
    }

    /// Hands over a frame, in decoding order.
    ///
    /// # Errors
    /// As [`VideoDecoder::submit`]: a key frame is needed.
    pub fn submit(&self, frame: AccessUnit) -> Result<(), DecodeError> {
        self.decoder.submit(frame)
    }

    /// The figures up to now.
    pub fn report(&self) -> MeasurementReport {
        lock(&self.meter).report()
    }

    /// The last picture.
    pub fn last_picture(&self) -> Option<Arc<Picture>> {
        lock(&self.last).clone()
    }

    /// Decodes all that waits and ends the thread: the last figures and the last picture.
    pub fn finish(self) -> (MeasurementReport, Option<Arc<Picture>>) {
        let Self { decoder, meter, last } = self;
        decoder.finish();
        let report = lock(&meter).report();
        (report, lock(&last).clone())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::source::TestCardReference;
    use crate::test_card::frames;

    #[test]
    fn pictures_of_a_new_size_are_decoded_and_measured() {
        let sizes = [(320, 180), (640, 360), (480, 270), (320, 180)];
        let (shown, pictures) = channel();
        let receiver = VideoReceiver::start(
            "test",
            WallClock::new(),
            Some(Box::new(TestCardReference::default())),
            |error| panic!("{error}"),
            move |picture, is_key_frame, measured| {
                let size = (picture.size().width(), picture.size().height());
                let _ = shown.send((size, is_key_frame, measured.psnr_decibels > Some(30.0)));
            },
        );
        let receiver = receiver.expect("a thread");
        for frame in sizes.iter().flat_map(|size| frames(*size, 2, &[])) {
            receiver.submit(frame).expect("not overloaded");
        }
        receiver.finish();
        let expected = sizes.iter().flat_map(|size| [(*size, true, true), (*size, false, true)]);
        assert_eq!(pictures.iter().collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_call_with_a_loss_is_measured() {
        let mut frames = frames((320, 180), 12, &[8]);
        frames.remove(5);
        let (errors, told) = channel();
        let (shown, pictures) = channel();
        let receiver = VideoReceiver::start(
            "test",
            WallClock::new(),
            Some(Box::new(TestCardReference::default())),
            move |error| drop(errors.send(error)),
            move |_, is_key, measured| {
                let number = measured.code.map(|code| code.frame_number);
                let _ = shown.send((number, is_key, measured.psnr_decibels > Some(35.0)));
            },
        );
        let receiver = receiver.expect("a thread");
        for frame in frames {
            receiver.submit(frame).expect("not overloaded");
        }
        let (report, last) = receiver.finish();
        assert_eq!((report.decoded, report.coded, report.lost, report.repeated), (9, 9, 3, 0));
        assert!(report.mean_psnr_decibels.is_some_and(|mean| mean > 35.0), "{report:?}");
        assert_eq!(told.iter().count(), 1);
        let expected = [0, 1, 2, 3, 4, 8, 9, 10, 11].map(|n| (Some(n), n % 8 == 0, true));
        assert_eq!(pictures.iter().collect::<Vec<_>>(), expected);
        assert_eq!(last.map(|picture| picture.size().to_string()).as_deref(), Some("320x180"));
    }
}
