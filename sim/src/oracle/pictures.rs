//! Oracle: what arrives nearly whole is shown.

use roomrtc_core::session::Statistics;

use super::Breach;

/// A receiver that loses hardly anything of what is sent hands frames over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pictures;

/// Packets after which there has to be a frame.
const PLENTY: u64 = 500;

impl Pictures {
    const NAME: &'static str = "pictures";

    /// In the end. A source that sends packets without frames has none to be handed over.
    pub(super) fn ended(statistics: &Statistics) -> Result<(), Breach> {
        for receiver in statistics.media.iter().filter_map(|media| media.receiver) {
            let received = receiver.packets_received;
            let is_whole = receiver.packets_lost.unsigned_abs() * 100 < received;
            if received > PLENTY && is_whole && receiver.frames_released == 0 {
                let text = format!("{received} packets came, and not one frame came of them");
                return Err(Breach::lack(Pictures::NAME, text));
            }
        }
        Ok(())
    }
}
