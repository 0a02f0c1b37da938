//! The number and time of a frame, drawn into its pixels.
//!
//! A [`BlockCode`] is 136 bits: frame number (32), position in the source (16), capture time
//! (microseconds since the Unix epoch, 56) and the CRC-32 of these (32), each field with its most
//! significant bit first. They are drawn as 4 rows of 34 cells, row by row, at the top edge of the
//! picture: a cell is 1/40 of the picture's width by 2/45 of its height, and the first begins 3/40
//! from the left edge. White (luma 235) is one, black (luma 16) is zero, chroma is neutral.
//!
//! The place depends on proportions alone, so the code can be read from a picture that was scaled
//! on its way. At 640x360 a cell is 16x16, one macroblock, and costs the encoder little. Only the
//! middle of each cell is read. Codes can be read from pictures of 160x96 and larger; what cannot
//! be read, or has no code, is `None`: a wrong number would need a CRC that matches by chance.

#[allow(clippy::module_inception)]
mod block_code;
mod checksum;
mod grid;

pub use block_code::BlockCode;
