//! A picture.

use super::shelf::Shelf;
use super::{Colour, PictureSize};
use crate::time::WallTime;

/// An I420 picture with tight rows: luma, then blue difference, then red difference. Its buffer
/// goes back to its pool when it is dropped.
#[derive(Debug)]
pub struct Picture {
    size: PictureSize,
    planes: Vec<u8>,
    shelf: Option<Shelf>,
    /// When it was captured.
    pub capture_time: WallTime,
    /// Which picture of its source it is: files count from 0 again when they loop.
    pub position: u32,
}

impl Picture {
    /// A black picture outside any pool.
    pub fn new(size: PictureSize) -> Self {
        let mut picture = Self::from_buffer(size, vec![0; size.bytes()], None);
        picture.fill(Colour::BLACK);
        picture
    }

    /// A picture over a buffer of the right length, whose content is left as it is.
    pub(super) fn from_buffer(size: PictureSize, planes: Vec<u8>, shelf: Option<Shelf>) -> Self {
        debug_assert_eq!(planes.len(), size.bytes());
        Self { size, planes, shelf, capture_time: WallTime::default(), position: 0 }
    }

    /// Its size in luma samples.
    pub fn size(&self) -> PictureSize {
        self.size
    }

    /// Bytes from one luma row to the next.
    pub fn luma_stride(&self) -> usize {
        self.size.width()
    }

    /// Bytes from one row of a chroma plane to the next.
    pub fn chroma_stride(&self) -> usize {
        self.size.width() / 2
    }

    /// The planes one after the other.
    pub fn bytes(&self) -> &[u8] {
        &self.planes
    }

    /// The planes one after the other, to be written.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.planes
    }

    /// Luma, blue difference, red difference.
    pub fn planes(&self) -> (&[u8], &[u8], &[u8]) {
        let (y, chroma) = self.planes.split_at(self.size.luma_samples());
        let (u, v) = chroma.split_at(self.size.chroma_samples());
        (y, u, v)
    }

    /// Luma, blue difference, red difference, to be written.
    pub fn planes_mut(&mut self) -> (&mut [u8], &mut [u8], &mut [u8]) {
        let (y, chroma) = self.planes.split_at_mut(self.size.luma_samples());
        let (u, v) = chroma.split_at_mut(self.size.chroma_samples());
        (y, u, v)
    }

    /// Makes all of it one colour.
    pub fn fill(&mut self, colour: Colour) {
        let (y, u, v) = self.planes_mut();
        y.fill(colour.y);
        u.fill(colour.u);
        v.fill(colour.v);
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        if let Some(shelf) = self.shelf.take() {
            shelf.put_back(std::mem::take(&mut self.planes));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planes_have_the_sizes_of_four_two_zero() {
        let picture = Picture::new(PictureSize::new(64, 48).expect("valid"));
        let (y, u, v) = picture.planes();
        assert_eq!((y.len(), u.len(), v.len()), (3_072, 768, 768));
        assert_eq!((y[0], u[0], v[0]), (16, 128, 128));
        assert_eq!((picture.luma_stride(), picture.chroma_stride()), (64, 32));
    }
}
