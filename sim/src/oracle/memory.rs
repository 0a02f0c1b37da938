//! Oracle: what waits is bounded.

use roomrtc_core::media::{JitterBufferConfig, MediaConfig};
use roomrtc_core::session::Statistics;

use super::Breach;

/// The bounds that the engine declares, held against what it says it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Memory;

impl Memory {
    const NAME: &'static str = "memory";

    /// The statistics now and then.
    pub(super) fn sampled(statistics: &Statistics) -> Result<(), Breach> {
        let declared = MediaConfig::default();
        let JitterBufferConfig { maximum_packets, maximum_bytes, .. } = declared.jitter_buffer;
        for media in &statistics.media {
            let queued = media.sender.map_or(0, |sender| sender.bytes_queued);
            if queued > declared.maximum_queue {
                let text = format!("{queued} bytes wait to be sent");
                return Err(Breach::new(Memory::NAME, text));
            }
            let held = media.receiver.map_or((0, 0), |own| (own.packets_held, own.bytes_held));
            if held.0 > maximum_packets || held.1 > maximum_bytes {
                let text = format!("{} packets of {} bytes wait for frames", held.0, held.1);
                return Err(Breach::new(Memory::NAME, text));
            }
        }
        Ok(())
    }
}
