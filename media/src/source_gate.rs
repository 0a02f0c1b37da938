//! Whether a source is shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::source::SourceFrame;

/// Holds the frames of a source back while its user has turned it off.
#[derive(Debug)]
pub(crate) struct SourceGate {
    is_on: Arc<AtomicBool>,
    /// Whether what comes next is to be a key frame: those before it were held back.
    needs_key_frame: bool,
}

impl SourceGate {
    /// A gate that is open while `is_on` holds.
    pub(crate) const fn new(is_on: Arc<AtomicBool>) -> Self {
        Self { is_on, needs_key_frame: false }
    }

    /// Whether this frame passes. `ask` is called before the first picture that does after some did
    /// not: it must become a key frame. Of frames that are encoded already, the first that passes is
    /// a key frame.
    pub(crate) fn admits(&mut self, frame: &SourceFrame, ask: impl FnOnce()) -> bool {
        if !self.is_on.load(Ordering::Relaxed) {
            self.needs_key_frame = true;
            return false;
        }
        match frame {
            SourceFrame::Encoded { unit, .. } if self.needs_key_frame && !unit.is_key_frame => {
                return false;
            }
            SourceFrame::Picture(_) if self.needs_key_frame => ask(),
            _ => {}
        }
        self.needs_key_frame = false;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::h264::AccessUnit;
    use crate::test_card::card;
    use crate::time::WallTime;

    fn encoded(is_key_frame: bool) -> SourceFrame {
        let unit = AccessUnit { data: Vec::new(), is_key_frame };
        SourceFrame::Encoded { unit, capture_time: WallTime::default() }
    }

    #[test]
    fn pictures_come_back_with_a_wish_for_a_key_frame() {
        let is_on = Arc::new(AtomicBool::new(true));
        let (mut gate, mut asked) = (SourceGate::new(Arc::clone(&is_on)), 0);
        let picture = SourceFrame::Picture(card((160, 96), 0));
        for (on, admitted, wishes) in [
            (true, true, 0),
            (false, false, 0),
            (false, false, 0),
            (true, true, 1),
            (true, true, 1),
        ] {
            is_on.store(on, Ordering::Relaxed);
            assert_eq!((gate.admits(&picture, || asked += 1), asked), (admitted, wishes));
        }
    }

    #[test]
    fn encoded_frames_come_back_at_a_key_frame() {
        let is_on = Arc::new(AtomicBool::new(false));
        let mut gate = SourceGate::new(Arc::clone(&is_on));
        assert!(!gate.admits(&encoded(true), || ()));
        is_on.store(true, Ordering::Relaxed);
        let admitted = [false, true, false].map(|key| gate.admits(&encoded(key), || ()));
        assert_eq!(admitted, [false, true, true]);
    }
}
