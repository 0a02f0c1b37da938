//! Video of a virtual camera: frames whose every byte is known, and a sink that knows what to
//! expect.
//!
//! [`PatternSource`] makes access units of H.264 with given sizes: parameter sets and a slice whose
//! content tells the frame's number and the place of every byte. No picture can be decoded from
//! them. Where pixels matter, another [`FrameSource`] with a real encoder takes its place, and a
//! [`FrameViewer`] with a real decoder sees what is delivered.

mod frame_source;
mod frame_viewer;
mod media_parameters;
mod pattern;
mod pattern_source;
mod sent_frame;
mod sent_frames;
mod sink;

pub use frame_source::FrameSource;
pub use frame_viewer::FrameViewer;
pub use media_parameters::MediaParameters;
pub use pattern_source::PatternSource;
pub use sent_frame::SentFrame;
pub use sent_frames::SentFrames;
pub use sink::Sink;

use pattern::Pattern;
