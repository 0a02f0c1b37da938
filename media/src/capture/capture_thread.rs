//! The source's thread.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::capture_control::CaptureControl;
use super::{Captured, OpenedSource};
use crate::picture::PicturePool;
use crate::source::{SourceOpener, VideoSource};
use crate::time::{FrameSchedule, WallClock};

/// Takes frames from one source after the other until this is dropped. A source is opened, asked and
/// closed on the thread. Between frames the thread waits until the next is due.
#[derive(Debug)]
pub struct CaptureThread {
    control: Arc<CaptureControl>,
    thread: Option<JoinHandle<()>>,
}

impl CaptureThread {
    /// Starts the thread under this name (15 bytes show), without a source. Everything goes to
    /// `sink`, which is called on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &str,
        clock: WallClock,
        mut sink: impl FnMut(Captured) + Send + 'static,
    ) -> io::Result<Self> {
        let control = Arc::new(CaptureControl::new());
        let followed = Arc::clone(&control);
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            while let Some(wish) = followed.next_wish() {
                match wish.map(|open| open()) {
                    Some(Ok(source)) => capture(source, clock, &followed, &mut sink),
                    Some(Err(error)) => sink(Captured::NotOpened(error)),
                    None => sink(Captured::Closed),
                }
            }
        })?;
        Ok(Self { control, thread: Some(thread) })
    }

    /// Closes the source, if there is one, and opens this one in its place; `None` for none. Returns
    /// at once. Of several before the thread gets to them only the last is opened.
    pub fn switch(&self, opener: Option<SourceOpener>) {
        self.control.wish(opener);
    }

    /// Passes the wish for a key frame on to the source with the next frame.
    pub fn request_key_frame(&self) {
        self.control.request_key_frame();
    }
}

/// Takes frames until the source fails or has had its time.
fn capture(
    mut source: Box<dyn VideoSource>,
    clock: WallClock,
    control: &CaptureControl,
    sink: &mut impl FnMut(Captured),
) {
    control.install(source.canceller());
    sink(Captured::Opened(OpenedSource::of(&*source)));
    let pool = PicturePool::default();
    let mut schedule = source.frame_rate().map(|rate| FrameSchedule::new(Instant::now(), rate));
    while !wait(&mut schedule, control) {
        if control.take_key_frame_request() {
            source.request_key_frame();
        }
        let frame = source.next_frame(&clock, &pool);
        // What it says when its wait was ended is of no interest.
        if control.is_interrupted() {
            return;
        }
        match frame {
            Ok(frame) => sink(Captured::Frame(frame)),
            Err(error) => {
                // Closed before it is told, so that it can be opened again by whoever hears of it.
                drop(source);
                return sink(Captured::Failed(error));
            }
        }
    }
}

/// Waits until the next frame is due. Returns whether to stop instead.
fn wait(schedule: &mut Option<FrameSchedule>, control: &CaptureControl) -> bool {
    match schedule {
        Some(schedule) => control.wait_until(schedule.next_due(Instant::now())),
        None => control.is_interrupted(),
    }
}

impl Drop for CaptureThread {
    fn drop(&mut self) {
        self.control.stop();
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::picture::PictureSize;
    use crate::source::failing_source::FailingSource;
    use crate::source::{OpenSourceError, SourceOptions, TestCardSource, camera::CameraError};

    fn start() -> (CaptureThread, Receiver<Captured>) {
        let (sender, told) = channel();
        let sink = move |captured| drop(sender.send(captured));
        (CaptureThread::start("capture", WallClock::new(), sink).expect("a thread"), told)
    }

    fn card(width: usize) -> Option<SourceOpener> {
        let size = PictureSize::new(width, 96).expect("valid");
        let frame_rate = crate::time::FrameRate::new(240, 1).ok();
        let options = SourceOptions { size, frame_rate };
        Some(Box::new(move || Ok(Box::new(TestCardSource::new(&options)))))
    }

    fn until_opened(told: &Receiver<Captured>, width: usize) {
        let opened = told
            .iter()
            .any(|captured| matches!(captured, Captured::Opened(it) if it.size.width() == width));
        assert!(opened);
        assert!(matches!(told.recv(), Ok(Captured::Frame(_))));
    }

    #[test]
    fn one_source_follows_another_and_none() {
        let (thread, told) = start();
        thread.switch(card(160));
        until_opened(&told, 160);
        thread.switch(card(320));
        until_opened(&told, 320);
        thread.switch(None);
        assert!(told.iter().any(|captured| matches!(captured, Captured::Closed)));
        thread.switch(card(160));
        until_opened(&told, 160);
        drop(thread);
        assert!(told.iter().count() < 1_000, "it has ended");
    }

    #[test]
    fn what_cannot_be_opened_and_what_fails_is_told_and_another_can_follow() {
        let (thread, told) = start();
        thread.switch(Some(Box::new(|| Err(OpenSourceError::Camera(CameraError::None)))));
        assert!(matches!(told.recv(), Ok(Captured::NotOpened(OpenSourceError::Camera(_)))));
        thread.switch(Some(Box::new(|| Ok(Box::new(FailingSource { pictures: 1 })))));
        assert!(told.iter().any(|captured| matches!(captured, Captured::Failed(_))));
        thread.switch(card(160));
        until_opened(&told, 160);
    }
}
