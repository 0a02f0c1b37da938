//! Recycled pictures.

use super::shelf::Shelf;
use super::{Picture, PictureSize};

/// Hands out pictures whose buffers were used before, so that a steady stream of pictures
/// allocates nothing. Copies are of the same pool.
#[derive(Clone, Debug)]
pub struct PicturePool {
    shelf: Shelf,
}

impl PicturePool {
    /// A pool that keeps at most so many unused buffers.
    pub fn new(capacity: usize) -> Self {
        Self { shelf: Shelf::new(capacity) }
    }

    /// A picture of this size; what it shows is undefined until it is drawn.
    pub fn take(&self, size: PictureSize) -> Picture {
        let buffer = self.shelf.take(size.bytes());
        Picture::from_buffer(size, buffer, Some(self.shelf.clone()))
    }

    /// A copy of this picture, with its time and position.
    pub fn copy(&self, picture: &Picture) -> Picture {
        let mut copy = self.take(picture.size());
        copy.bytes_mut().copy_from_slice(picture.bytes());
        (copy.capture_time, copy.position) = (picture.capture_time, picture.position);
        copy
    }
}

impl Default for PicturePool {
    fn default() -> Self {
        Self::new(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_picture_is_used_again() {
        let pool = PicturePool::new(2);
        let size = PictureSize::new(32, 32).expect("valid");
        let first = pool.take(size);
        let address = first.bytes().as_ptr();
        drop(first);
        assert_eq!(pool.take(size).bytes().as_ptr(), address);
    }

    #[test]
    fn the_pool_is_bounded_and_forgets_other_sizes() {
        let pool = PicturePool::new(2);
        let size = PictureSize::new(32, 32).expect("valid");
        let many: Vec<Picture> = (0..5).map(|_| pool.take(size)).collect();
        drop(many);
        assert_eq!(pool.shelf.len(), 2);
        drop(pool.take(PictureSize::new(16, 16).expect("valid")));
        assert_eq!(pool.shelf.len(), 1);
    }
}
