//! What a client wants done outside of it.

use roomrtc_media::h264::AccessUnit;

use super::{CallEnd, CallSummary, ClientEvent, SourceFactory};

/// What a client wants done by its surroundings.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Tell the application.
    Tell(ClientEvent),
    /// Begin to send and to decode video.
    StartMedia,
    /// The other side needs a key frame.
    EncodeKeyFrame,
    /// Divide pictures into NAL units of at most so many bytes: each has to fit a packet.
    LimitNalUnits(u32),
    /// Send pictures of something else, or of nothing.
    SwitchSource(Option<SourceFactory>),
    /// Stop (`false`) or resume sending pictures.
    TurnCamera(bool),
    /// Tell what is measured of the call, which is like this; of none without one.
    Measure(Option<Box<CallSummary>>),
    /// Decode this frame.
    Decode(AccessUnit),
    /// The call is over: end the media.
    StopMedia {
        /// Why.
        end: CallEnd,
        /// How it was.
        summary: Box<CallSummary>,
    },
}
