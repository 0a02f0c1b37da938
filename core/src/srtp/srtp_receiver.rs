//! What arrives.

use super::header_lengths::{RTCP_HEADER_LENGTH, is_rtcp, number, rtp_header_length};
use super::packet_cipher::PacketCipher;
use super::packet_index::estimate;
use super::replay_window::ReplayWindow;
use super::sources::Sources;
use super::{MasterKey, SrtpProfile, UnprotectError};
use crate::crypto::{CryptoError, CryptoProvider, Protected, Witness};
use crate::planted_bugs::{PlantedBug, is_planted};

/// Opens the RTP and RTCP packets of one direction.
#[derive(Clone, Debug)]
pub struct SrtpReceiver {
    profile: SrtpProfile,
    rtp: PacketCipher,
    rtcp: PacketCipher,
    witness: Witness,
    /// Wide enough for what is sent again a round trip later at thousands of packets a second.
    rtp_sources: Sources<ReplayWindow<16>>,
    rtcp_sources: Sources<ReplayWindow<2>>,
}

impl SrtpReceiver {
    /// A receiver with the session keys of `master`.
    ///
    /// # Errors
    /// [`CryptoError`] if the provider refuses the keys.
    pub fn new(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
    ) -> Result<SrtpReceiver, CryptoError> {
        Ok(SrtpReceiver {
            profile: master.profile(),
            rtp: PacketCipher::of_rtp(provider, master)?,
            rtcp: PacketCipher::of_rtcp(provider, master)?,
            witness: Witness::default(),
            rtp_sources: Sources::new(),
            rtcp_sources: Sources::new(),
        })
    }

    /// The same with a witness, which is shown every packet in plain text.
    #[must_use]
    pub fn seen_by(self, witness: Witness) -> SrtpReceiver {
        SrtpReceiver { witness, ..self }
    }

    /// The profile in use.
    pub fn profile(&self) -> SrtpProfile {
        self.profile
    }

    /// Authenticates and decrypts an SRTP packet in place and cuts its tag off; RFC 3711 section
    /// 3.3, RFC 7714 section 8.
    ///
    /// # Errors
    /// [`UnprotectError`] says why the packet is to be dropped; its content is then unspecified.
    pub fn unprotect_rtp(&mut self, packet: &mut Vec<u8>) -> Result<(), UnprotectError> {
        let header_length = rtp_header_length(packet).ok_or(UnprotectError::Malformed)?;
        if packet.len() < header_length + self.profile.rtp_overhead() {
            return Err(UnprotectError::Malformed);
        }
        let (ssrc, sequence) = (number(packet, 8), number(packet, 0) as u16);
        let index = match self.rtp_sources.find(ssrc) {
            Some(_) if is_planted(PlantedBug::LoseReceiverRollOverCounter) => u64::from(sequence),
            Some(window) => recent_index(window, sequence)?,
            None => u64::from(sequence),
        };
        let opened = self.rtp.open_rtp(ssrc, index, header_length, packet);
        let opened = self.witness.opened(Protected::Rtp, header_length, packet, opened);
        let length = opened.map_err(|_| UnprotectError::Authentication)?;
        note(&mut self.rtp_sources, ssrc, index)?;
        packet.truncate(length);
        Ok(())
    }

    /// Authenticates and decrypts an SRTCP packet in place and cuts its index and its tag off;
    /// RFC 3711 section 3.4, RFC 7714 section 9.
    ///
    /// # Errors
    /// [`UnprotectError`] says why the packet is to be dropped; its content is then unspecified.
    pub fn unprotect_rtcp(&mut self, packet: &mut Vec<u8>) -> Result<(), UnprotectError> {
        let is_whole = packet.len() >= RTCP_HEADER_LENGTH + self.profile.rtcp_overhead();
        if !is_whole || !is_rtcp(packet) {
            return Err(UnprotectError::Malformed);
        }
        let ssrc = number(packet, 4);
        let word = number(packet, self.rtcp.word_place(packet.len()));
        // The upper bit is the E flag.
        let index = u64::from(word << 1 >> 1);
        let is_old = self.rtcp_sources.find(ssrc).is_some_and(|window| !window.is_new(index));
        if is_old && !is_planted(PlantedBug::SkipSrtcpReplayCheck) {
            return Err(UnprotectError::Replayed);
        }
        let opened = self.rtcp.open_rtcp(ssrc, word, packet);
        let opened = self.witness.opened(Protected::Rtcp, RTCP_HEADER_LENGTH, packet, opened);
        let length = opened.map_err(|_| UnprotectError::Authentication)?;
        note(&mut self.rtcp_sources, ssrc, index)?;
        packet.truncate(length);
        Ok(())
    }
}

/// The index of a packet that may be new.
fn recent_index<const WORDS: usize>(
    window: &ReplayWindow<WORDS>,
    sequence: u16,
) -> Result<u64, UnprotectError> {
    let Some(index) = estimate(window.highest(), sequence) else {
        let is_early = window.highest().is_some_and(|highest| highest < 1 << 16);
        let late = UnprotectError::KeyExhausted;
        return Err(if is_early { UnprotectError::Replayed } else { late });
    };
    let is_new = window.is_new(index) || is_planted(PlantedBug::SkipSrtpReplayCheck);
    if is_new { Ok(index) } else { Err(UnprotectError::Replayed) }
}

/// Marks the index of an authentic packet.
fn note<const WORDS: usize>(
    sources: &mut Sources<ReplayWindow<WORDS>>,
    ssrc: u32,
    index: u64,
) -> Result<(), UnprotectError> {
    if let Some(window) = sources.find(ssrc) {
        window.mark(index);
        return Ok(());
    }
    if !sources.has_room() {
        return Err(UnprotectError::TooManySources);
    }
    let mut window = ReplayWindow::new();
    window.mark(index);
    sources.add(ssrc, window);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::default_provider;
    use crate::srtp::SrtpSender;

    fn pair() -> (SrtpSender, SrtpReceiver) {
        let profile = SrtpProfile::Aes128CmHmacSha1_80;
        let master = MasterKey::new(profile, &[1; 16], &[2; 14]).expect("a master key");
        let sender = SrtpSender::new(default_provider(), &master).expect("a sender");
        (sender, SrtpReceiver::new(default_provider(), &master).expect("a receiver"))
    }

    fn protected(sender: &mut SrtpSender, ssrc: u32, sequence: u16) -> Vec<u8> {
        let mut packet = vec![0x80, 96];
        packet.extend(sequence.to_be_bytes());
        packet.extend([0; 4]);
        packet.extend(ssrc.to_be_bytes());
        sender.protect_rtp(&mut packet, 0).expect("a new packet");
        packet
    }

    #[test]
    fn a_key_ends_with_its_last_rtp_index() {
        let (mut sender, mut receiver) = pair();
        let mut window = ReplayWindow::new();
        window.mark(0xffff_ffff_ffff);
        receiver.rtp_sources.add(7, window);
        let unprotected = receiver.unprotect_rtp(&mut protected(&mut sender, 7, 3));
        assert_eq!(unprotected, Err(UnprotectError::KeyExhausted));
    }

    #[test]
    fn what_comes_before_the_first_index_is_dropped() {
        let (mut sender, mut receiver) = pair();
        let late = protected(&mut sender.clone(), 7, 0xffff);
        assert_eq!(receiver.unprotect_rtp(&mut protected(&mut sender, 7, 3)), Ok(()));
        assert_eq!(receiver.unprotect_rtp(&mut late.clone()), Err(UnprotectError::Replayed));
    }

    #[test]
    fn sources_are_bounded() {
        let (mut sender, mut receiver) = pair();
        for ssrc in 0..512 {
            assert_eq!(receiver.unprotect_rtp(&mut protected(&mut sender, ssrc, 1)), Ok(()));
        }
        let mut other = pair().0;
        let unprotected = receiver.unprotect_rtp(&mut protected(&mut other, 999, 1));
        assert_eq!(unprotected, Err(UnprotectError::TooManySources));
        assert_eq!(receiver.unprotect_rtp(&mut protected(&mut sender, 5, 2)), Ok(()));
    }

    #[test]
    fn forgeries_leave_no_state() {
        let (mut sender, mut receiver) = pair();
        let mut forged = protected(&mut sender, 7, 0x7000);
        forged[20] ^= 1;
        assert_eq!(receiver.unprotect_rtp(&mut forged), Err(UnprotectError::Authentication));
        assert!(receiver.rtp_sources.find(7).is_none());
    }
}
