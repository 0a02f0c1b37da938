//! Word of a thread's end.

use super::{ClientEvent, EventSender};

/// Tells that the client's thread has ended when it is dropped, be it by a panic.
#[derive(Debug)]
pub(super) struct EndNotice(pub(super) EventSender);

impl Drop for EndNotice {
    fn drop(&mut self) {
        self.0.tell(ClientEvent::Ended);
    }
}
