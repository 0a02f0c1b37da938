//! H.264 encoding with OpenH264 on a thread of its own.
//!
//! Constrained baseline, one thread, rate control with frame skipping, no scene-change detection,
//! parameter sets with every IDR picture. An IDR picture comes first, when asked for, and after a
//! change of bit rate or size, for which the encoder is made anew.

mod encode_error;
mod encoded_frame;
mod encoder_config;
mod encoder_controls;
mod encoder_worker;
mod h264_encoder;
mod sender_event;
mod video_encoder;

pub use encode_error::EncodeError;
pub use encoded_frame::EncodedFrame;
pub use encoder_config::EncoderConfig;
pub use h264_encoder::H264Encoder;
pub use sender_event::SenderEvent;
pub use video_encoder::VideoEncoder;
