//! The source's thread.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::picture::PicturePool;
use crate::source::{Canceller, SourceError, SourceFrame, VideoSource};
use crate::time::{FrameSchedule, StopSignal, WallClock};

/// Takes frames from a source until the source fails or this is dropped. Between frames the thread
/// waits until the next is due.
#[derive(Debug)]
pub struct CaptureThread {
    stop: StopSignal,
    canceller: Canceller,
    wants_key_frame: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl CaptureThread {
    /// Starts the thread under this name (15 bytes show). Every frame goes to `sink`, which is
    /// called on that thread; an error is the last call.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        name: &str,
        clock: WallClock,
        mut source: Box<dyn VideoSource>,
        mut sink: impl FnMut(Result<SourceFrame, SourceError>) + Send + 'static,
    ) -> io::Result<Self> {
        let (stop, wants_key_frame) = (StopSignal::new(), Arc::new(AtomicBool::new(false)));
        let canceller = source.canceller();
        let (stopped, wanted) = (stop.clone(), Arc::clone(&wants_key_frame));
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let pool = PicturePool::default();
            let mut schedule =
                source.frame_rate().map(|rate| FrameSchedule::new(Instant::now(), rate));
            while !wait(&mut schedule, &stopped) {
                if wanted.swap(false, Ordering::Relaxed) {
                    source.request_key_frame();
                }
                let frame = source.next_frame(&clock, &pool);
                let has_failed = frame.is_err();
                if !stopped.is_stopped() {
                    sink(frame);
                }
                if has_failed {
                    break;
                }
            }
        })?;
        Ok(Self { stop, canceller, wants_key_frame, thread: Some(thread) })
    }

    /// Passes the wish for a key frame on to the source with the next frame.
    pub fn request_key_frame(&self) {
        self.wants_key_frame.store(true, Ordering::Relaxed);
    }
}

/// Waits until the next frame is due. Returns whether to stop instead.
fn wait(schedule: &mut Option<FrameSchedule>, stop: &StopSignal) -> bool {
    match schedule {
        Some(schedule) => stop.wait_until(schedule.next_due(Instant::now())),
        None => stop.is_stopped(),
    }
}

impl Drop for CaptureThread {
    fn drop(&mut self) {
        self.stop.stop();
        self.canceller.cancel();
        if let Some(thread) = self.thread.take() {
            // A panic on that thread has already been printed there.
            let _ = thread.join();
        }
    }
}
