//! OpenH264, on the caller's thread.

use std::fmt;

use openh264::OpenH264API;
use openh264::decoder::{DecodedYUV, Decoder, DecoderConfig};
use openh264::formats::YUVSource;

use super::DecodeError;
use crate::picture::{Picture, PicturePool, PictureSize};

/// An H.264 decoder.
pub struct H264Decoder {
    native: Decoder,
}

impl H264Decoder {
    /// A decoder before its first frame.
    ///
    /// # Errors
    /// When OpenH264 cannot make one.
    pub fn new() -> Result<Self, DecodeError> {
        Decoder::with_api_config(OpenH264API::from_source(), DecoderConfig::new())
            .map(|native| Self { native })
            .map_err(|error| DecodeError::Create { code: error.native_code() })
    }

    /// Decodes one access unit in Annex B byte-stream format. `None` where it shows no picture.
    ///
    /// # Errors
    /// When anything is missing or wrong: every frame up to the next IDR picture will be.
    pub fn decode(
        &mut self,
        data: &[u8],
        pool: &PicturePool,
    ) -> Result<Option<Picture>, DecodeError> {
        let decoded = self.native.decode(data);
        let decoded = decoded.map_err(|error| DecodeError::Decode { code: error.native_code() })?;
        decoded.map(|decoded| copy(&decoded, pool)).transpose()
    }
}

impl fmt::Debug for H264Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("H264Decoder").finish_non_exhaustive()
    }
}

fn copy(decoded: &DecodedYUV<'_>, pool: &PicturePool) -> Result<Picture, DecodeError> {
    let (width, height) = decoded.dimensions();
    let size = PictureSize::within(width, height);
    let size = size.map_err(|_| DecodeError::TooLarge { width, height })?;
    let mut picture = pool.take(size);
    let (luma, blue, red) = decoded.strides();
    let half = size.width() / 2;
    let (y, u, v) = picture.planes_mut();
    copy_plane((decoded.y(), luma), size.width(), y);
    copy_plane((decoded.u(), blue), half, u);
    copy_plane((decoded.v(), red), half, v);
    Ok(picture)
}

fn copy_plane((from, stride): (&[u8], usize), width: usize, to: &mut [u8]) {
    for (to, from) in to.chunks_exact_mut(width).zip(from.chunks(stride)) {
        to.copy_from_slice(&from[..width]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block_code::BlockCode;
    use crate::picture::SquaredError;
    use crate::test_card::{card, frames};

    #[test]
    fn what_was_encoded_is_decoded() {
        let mut decoder = H264Decoder::new().expect("a decoder");
        for (number, frame) in frames((320, 180), 6, &[]).iter().enumerate() {
            let picture = decoder.decode(&frame.data, &PicturePool::default());
            let picture = picture.expect("decoded").expect("a picture");
            let mut sent = card((320, 180), number as u32);
            let code = BlockCode::of(&sent, number as u32);
            code.draw(&mut sent);
            assert_eq!(BlockCode::read(&picture), Some(code));
            let error = SquaredError::between(&sent, &picture).expect("one size");
            assert!(error.psnr_decibels() > 35.0, "frame {number}: {}", error.psnr_decibels());
        }
    }

    #[test]
    fn losses_and_nonsense_are_errors() {
        let frames = frames((320, 180), 4, &[]);
        let pool = PicturePool::default();
        let mut decoder = H264Decoder::new().expect("a decoder");
        let lost = decoder.decode(&frames[2].data, &pool).map(|_| ());
        assert_eq!(lost, Err(DecodeError::Decode { code: 16 }), "no parameter sets");
        assert!(decoder.decode(&frames[0].data, &pool).is_ok_and(|picture| picture.is_some()));
        assert!(decoder.decode(&frames[3].data, &pool).is_err(), "two frames are lost");
        assert!(!decoder.decode(&[], &pool).is_ok_and(|picture| picture.is_some()));
        assert!(!decoder.decode(&[7; 500], &pool).is_ok_and(|picture| picture.is_some()));
    }
}
