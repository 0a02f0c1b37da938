//! Media without its protection.

use roomrtc_core::crypto::default_provider;
use roomrtc_core::srtp::SrtpReceiver;

use crate::trace::{PacketClass, PacketEvent, Place, SessionKeys, Trace};

/// Opens media with the secrets that hosts have given out. Packets are to be shown in the order in
/// which they were sent, as to any receiver; a copy goes on as the original would.
#[derive(Clone, Debug, Default)]
pub struct PlainMedia {
    /// By host: what opens that which the host sent.
    receivers: Vec<(usize, SrtpReceiver)>,
    plain: Vec<u8>,
}

impl PlainMedia {
    pub(super) fn of(trace: &Trace) -> PlainMedia {
        let mut media = PlainMedia::default();
        trace.keys().iter().for_each(|keys| media.learn(keys));
        media
    }

    /// Opens what is sent with these secrets, too.
    pub fn learn(&mut self, keys: &SessionKeys) {
        let Some((sends_with, _)) = keys.key_log.srtp_keys() else { return };
        if let Ok(receiver) = SrtpReceiver::new(default_provider(), &sends_with) {
            self.receivers.push((keys.host, receiver));
        }
    }

    /// The plain bytes of a packet that the host at `place` sent; nothing if it is no media or its
    /// keys are not known.
    pub fn open(&mut self, place: Place, packet: &PacketEvent) -> Option<&[u8]> {
        let payload = packet.payload.as_deref()?;
        let Place::Host(host) = place else { return None };
        for (_, receiver) in self.receivers.iter_mut().filter(|(of, _)| *of == host) {
            self.plain.clear();
            self.plain.extend_from_slice(payload);
            let opened = match packet.class {
                PacketClass::Rtp => receiver.unprotect_rtp(&mut self.plain),
                PacketClass::Rtcp => receiver.unprotect_rtcp(&mut self.plain),
                _ => return None,
            };
            if opened.is_ok() {
                return Some(&self.plain);
            }
        }
        None
    }
}
