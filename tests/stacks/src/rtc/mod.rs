//! `rtc` of webrtc-rs, as its examples drive it, with its default codecs and interceptors: NACK, reports,
//! transport-wide feedback. It leaves packetizing, putting frames together and asking for key frames
//! to the application; its own `packetizer` and `SampleBuilder` do it here.

mod codecs;
mod feedback;
mod hearing;
mod rtc_maker;
mod rtc_stack;
mod video_sender;

pub use rtc_maker::RtcMaker;
pub use rtc_stack::RtcStack;

use feedback::Feedback;
use video_sender::VideoSender;
