//! Pictures for whoever looks.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::Picture;
use super::feed_state::FeedState;

/// A place for one picture, the newest, between the thread that makes pictures and those that show
/// them. Copies are of the same place.
///
/// Its waker is called when there is something to look at: once, until somebody has looked. A view
/// that is hidden therefore costs nothing.
#[derive(Clone)]
pub struct PictureFeed {
    shared: Arc<(Mutex<FeedState>, Condvar)>,
    waker: Arc<dyn Fn() + Send + Sync>,
}

impl PictureFeed {
    /// A feed without a picture, whose waker is called on the thread that puts pictures. It must not
    /// wait.
    pub fn new(waker: impl Fn() + Send + Sync + 'static) -> PictureFeed {
        PictureFeed { shared: Arc::default(), waker: Arc::new(waker) }
    }

    /// Shows this picture in the place of the one before.
    pub fn put(&self, picture: Arc<Picture>) {
        self.replace(Some(picture));
    }

    /// Shows nothing any more.
    pub fn clear(&self) {
        self.replace(None);
    }

    /// The newest picture, if one is shown.
    pub fn latest(&self) -> Option<Arc<Picture>> {
        let mut state = self.lock();
        state.is_seen = true;
        state.picture.clone()
    }

    /// The newest picture, if one is shown, without asking to be woken at the next: for a view that is drawn
    /// again anyhow.
    pub fn peek(&self) -> Option<Arc<Picture>> {
        self.lock().picture.clone()
    }

    /// The number of the newest change: views that have drawn this one have nothing to do.
    pub fn version(&self) -> u64 {
        self.lock().version
    }

    /// Waits for a picture newer than the one of number `seen`: its number, and the picture. `None`
    /// once `is_cancelled` holds; whoever sets that calls [`PictureFeed::wake_waiting`] afterwards.
    pub fn wait(&self, seen: u64, is_cancelled: &AtomicBool) -> Option<(u64, Arc<Picture>)> {
        let mut state = self.lock();
        while !is_cancelled.load(Ordering::Relaxed) {
            let is_new = state.version > seen;
            if let Some(picture) = state.picture.clone().filter(|_| is_new) {
                state.is_seen = true;
                return Some((state.version, picture));
            }
            state = self.shared.1.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        None
    }

    /// Makes those that wait look whether they still should.
    pub fn wake_waiting(&self) {
        // Under the lock, so that nobody is between looking and waiting.
        let _held = self.lock();
        self.shared.1.notify_all();
    }

    fn replace(&self, picture: Option<Arc<Picture>>) {
        let mut state = self.lock();
        if picture.is_none() && state.picture.is_none() {
            return;
        }
        state.version += 1;
        let replaced = std::mem::replace(&mut state.picture, picture);
        let was_seen = std::mem::replace(&mut state.is_seen, false);
        drop(state);
        self.shared.1.notify_all();
        if was_seen {
            (self.waker)();
        }
        drop(replaced);
    }

    fn lock(&self) -> MutexGuard<'_, FeedState> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for PictureFeed {
    /// A feed that wakes nobody.
    fn default() -> PictureFeed {
        PictureFeed::new(|| ())
    }
}

impl fmt::Debug for PictureFeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PictureFeed").field("version", &self.version()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU32;

    use super::*;
    use crate::picture::PictureSize;

    fn picture(position: u32) -> Arc<Picture> {
        let mut picture = Picture::new(PictureSize::new(16, 16).expect("valid"));
        picture.position = position;
        Arc::new(picture)
    }

    #[test]
    fn the_newest_picture_wins_and_wakes_once_until_it_is_looked_at() {
        let count = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&count);
        let feed = PictureFeed::new(move || {
            counted.fetch_add(1, Ordering::Relaxed);
        });
        let position = || feed.latest().map(|picture| picture.position);
        feed.put(picture(1));
        feed.put(picture(2));
        assert_eq!((count.load(Ordering::Relaxed), position()), (1, Some(2)));
        feed.put(picture(3));
        assert_eq!((count.load(Ordering::Relaxed), feed.version()), (2, 3));
        assert_eq!(feed.peek().map(|picture| picture.position), Some(3));
        feed.put(picture(4));
        assert_eq!((count.load(Ordering::Relaxed), feed.version()), (2, 4));
        feed.clear();
        assert_eq!((position(), count.load(Ordering::Relaxed)), (None, 2));
        feed.clear();
        assert_eq!((feed.version(), count.load(Ordering::Relaxed)), (5, 2));
    }

    #[test]
    fn whoever_waits_gets_newer_pictures_until_it_is_cancelled() {
        let (feed, cancelled) = (PictureFeed::default(), Arc::new(AtomicBool::new(false)));
        let (watched, flag) = (feed.clone(), Arc::clone(&cancelled));
        let (shown, told) = std::sync::mpsc::channel();
        let waiting = std::thread::spawn(move || {
            let mut seen = 0;
            while let Some((version, picture)) = watched.wait(seen, &flag) {
                seen = version;
                let _ = shown.send(picture.position);
            }
        });
        for position in [7, 8] {
            feed.put(picture(position));
            assert_eq!(told.recv(), Ok(position));
        }
        feed.clear();
        cancelled.store(true, Ordering::Relaxed);
        feed.wake_waiting();
        waiting.join().expect("no panic");
        assert!(told.recv().is_err());
    }
}
