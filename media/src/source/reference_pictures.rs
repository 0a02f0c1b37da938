//! What was sent.

use crate::block_code::BlockCode;
use crate::picture::Picture;

/// The pictures that were sent, made again from the code of a received one, so that both can be
/// compared though nothing but packets went from one to the other.
pub trait ReferencePictures: Send {
    /// Draws the picture with this code, without the code itself, into `picture`, which has the
    /// size of the received one. Returns false where that cannot be done.
    fn draw(&mut self, code: &BlockCode, picture: &mut Picture) -> bool;
}
