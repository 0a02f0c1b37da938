//! Both directions of SRTP.

use crate::srtp::{SrtpProfile, SrtpReceiver, SrtpSender};

/// What protects our media and opens the other side's.
#[derive(Clone, Debug)]
pub(super) struct SecureMedia {
    pub(super) profile: SrtpProfile,
    pub(super) sender: SrtpSender,
    pub(super) receiver: SrtpReceiver,
}
