//! Video sources, the H.264 codec and measurement from pixels.
//!
//! What a call does with pictures, outside the protocols: [`source`] makes them (a test card, a
//! file, a camera, a screen), [`encoder`] compresses them on a thread of its own, [`decoder`] does the
//! reverse, and [`measurement`] reads from the decoded pixels which frame each one is and how old.
//! [`VideoSender`] and [`VideoReceiver`] put these together for one direction of a call.
//!
//! Pictures are I420, limited range, BT.601. Encoded frames are H.264 access units in Annex B
//! byte-stream format. Nothing in here knows of RTP, sockets or sessions.
//!
//! Left out: audio, scaling other than of screens, codecs other than H.264.

pub mod block_code;
pub mod capture;
pub mod decoder;
pub mod encoder;
pub mod h264;
pub mod mailbox;
pub mod measurement;
pub mod picture;
pub mod source;
pub mod test_card;
pub mod time;

mod sending;
mod source_gate;
mod video_receiver;
mod video_sender;

pub use video_receiver::VideoReceiver;
pub use video_sender::VideoSender;
