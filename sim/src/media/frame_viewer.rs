//! Where frames go.

use std::fmt;

use roomrtc_core::base::Time;

use crate::trace::FrameEvent;

/// Sees every frame that one side's engine delivers, once it was compared with what was sent: a real
/// decoder, where pixels matter.
pub trait FrameViewer: fmt::Debug + Send {
    /// A frame is delivered at the world's time `now`: which it is, and its bytes.
    fn view(&mut self, now: Time, frame: &FrameEvent, data: &[u8]);

    /// A copy that goes on exactly as this one would; `None` if there cannot be one, and with it no
    /// copy of the simulation.
    fn snapshot(&self) -> Option<Box<dyn FrameViewer>>;
}
