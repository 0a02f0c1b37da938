//! H.264 decoding with OpenH264 on a thread of its own.
//!
//! After an error nothing is decoded until the next IDR picture, which the caller must ask for;
//! frames queue up within a bound.

mod decode_error;
mod decoder_event;
mod decoder_worker;
mod h264_decoder;
mod video_decoder;

pub use decode_error::DecodeError;
pub use decoder_event::DecoderEvent;
pub use h264_decoder::H264Decoder;
pub use video_decoder::VideoDecoder;
