//! What leaves.

use super::header_lengths::{RTCP_HEADER_LENGTH, is_rtcp, number, rtp_header_length};
use super::packet_cipher::PacketCipher;
use super::packet_index::estimate;
use super::replay_window::ReplayWindow;
use super::sources::Sources;
use super::{MasterKey, ProtectError, SrtpProfile};
use crate::crypto::{CryptoError, CryptoProvider, Protected, Witness};
use crate::planted_bugs::{PlantedBug, is_planted};

/// Protects the RTP and RTCP packets of one direction.
#[derive(Clone, Debug)]
pub struct SrtpSender {
    profile: SrtpProfile,
    rtp: PacketCipher,
    rtcp: PacketCipher,
    witness: Witness,
    sources: Sources<ReplayWindow<WINDOW_WORDS>>,
    /// One for all sources: each still sees indices that only grow.
    next_rtcp_index: u32,
}

/// Words of the window of indices that were used: enough for a thousand packets that may have to be
/// sent again.
const WINDOW_WORDS: usize = 20;

/// One past the last index of SRTCP, RFC 3711 section 3.4.
const RTCP_INDEX_END: u32 = 1 << 31;

impl SrtpSender {
    /// A sender with the session keys of `master`.
    ///
    /// # Errors
    /// [`CryptoError`] if the provider refuses the keys.
    pub fn new(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
    ) -> Result<SrtpSender, CryptoError> {
        Ok(SrtpSender {
            profile: master.profile(),
            rtp: PacketCipher::of_rtp(provider, master)?,
            rtcp: PacketCipher::of_rtcp(provider, master)?,
            witness: Witness::default(),
            sources: Sources::new(),
            next_rtcp_index: 0,
        })
    }

    /// The same with a witness, which is shown every packet in plain text.
    #[must_use]
    pub fn seen_by(self, witness: Witness) -> SrtpSender {
        SrtpSender { witness, ..self }
    }

    /// The profile in use.
    pub fn profile(&self) -> SrtpProfile {
        self.profile
    }

    /// Protects the RTP packet `packet[start..]` in place and appends its tag, of
    /// [`SrtpProfile::rtp_overhead`] bytes; RFC 3711 section 3.3, RFC 7714 section 8.
    ///
    /// The roll-over counter follows the sequence numbers, which may come out of order by up to
    /// 1,216, but never twice: [`SrtpSender::protect_rtp_again`] is for what is sent again.
    ///
    /// # Errors
    /// [`ProtectError`] says why the packet was not protected; `packet` is then unchanged.
    pub fn protect_rtp(&mut self, packet: &mut Vec<u8>, start: usize) -> Result<(), ProtectError> {
        let plain = packet.get(start..).unwrap_or_default();
        let header_length = rtp_header_length(plain).ok_or(ProtectError::Malformed)?;
        let (ssrc, sequence) = (number(plain, 8), number(plain, 0) as u16);
        let index = match is_planted(PlantedBug::LoseSenderRollOverCounter) {
            true => u64::from(sequence),
            false => self.next_index(ssrc, sequence)?,
        };
        self.witness.sealed(Protected::Rtp, index, header_length, &packet[start..]);
        self.rtp.seal_rtp(ssrc, index, header_length, packet, start);
        Ok(())
    }

    /// Protects an RTP packet once more, with the index that it had: `packet[start..]` has to be
    /// what was protected then, the same in every byte, and so is what comes of it. With any other
    /// content the nonce would be used for two texts, which AES-GCM does not survive (RFC 7714
    /// section 8.1) and AES-CM gives away the difference of (RFC 3711 section 9.1).
    ///
    /// # Errors
    /// [`ProtectError`] says why the packet was not protected; `packet` is then unchanged.
    pub fn protect_rtp_again(
        &mut self,
        packet: &mut Vec<u8>,
        start: usize,
    ) -> Result<(), ProtectError> {
        let plain = packet.get(start..).unwrap_or_default();
        let header_length = rtp_header_length(plain).ok_or(ProtectError::Malformed)?;
        let (ssrc, sequence) = (number(plain, 8), number(plain, 0) as u16);
        let window = self.sources.find(ssrc).ok_or(ProtectError::NeverProtected)?;
        let index = estimate(window.highest(), sequence).ok_or(ProtectError::NeverProtected)?;
        if !window.is_marked(index) {
            return Err(ProtectError::NeverProtected);
        }
        self.witness.sealed(Protected::Rtp, index, header_length, &packet[start..]);
        self.rtp.seal_rtp(ssrc, index, header_length, packet, start);
        Ok(())
    }

    /// The index of this packet, never given before.
    fn next_index(&mut self, ssrc: u32, sequence: u16) -> Result<u64, ProtectError> {
        let Some(window) = self.sources.find(ssrc) else {
            return self.first_index(ssrc, sequence);
        };
        let Some(index) = estimate(window.highest(), sequence) else {
            let is_early = window.highest().is_some_and(|highest| highest < 1 << 16);
            let late = ProtectError::KeyExhausted;
            return Err(if is_early { ProtectError::IndexReused } else { late });
        };
        if !window.is_new(index) {
            return Err(ProtectError::IndexReused);
        }
        window.mark(index);
        Ok(index)
    }

    fn first_index(&mut self, ssrc: u32, sequence: u16) -> Result<u64, ProtectError> {
        if !self.sources.has_room() {
            return Err(ProtectError::TooManySources);
        }
        let mut window = ReplayWindow::new();
        window.mark(u64::from(sequence));
        self.sources.add(ssrc, window);
        Ok(u64::from(sequence))
    }

    /// Protects the compound RTCP packet `packet[start..]` in place and appends its index and its
    /// tag, of [`SrtpProfile::rtcp_overhead`] bytes; RFC 3711 section 3.4, RFC 7714 section 9.
    ///
    /// # Errors
    /// [`ProtectError`] says why the packet was not protected; `packet` is then unchanged.
    pub fn protect_rtcp(&mut self, packet: &mut Vec<u8>, start: usize) -> Result<(), ProtectError> {
        let plain = packet.get(start..).unwrap_or_default();
        if !is_rtcp(plain) {
            return Err(ProtectError::Malformed);
        }
        if self.next_rtcp_index == RTCP_INDEX_END {
            return Err(ProtectError::KeyExhausted);
        }
        let index = self.next_rtcp_index;
        self.witness.sealed(Protected::Rtcp, u64::from(index), RTCP_HEADER_LENGTH, plain);
        self.rtcp.seal_rtcp(number(plain, 4), index, packet, start);
        self.next_rtcp_index += u32::from(!is_planted(PlantedBug::ReuseSrtcpIndex));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::default_provider;

    fn sender() -> SrtpSender {
        let profile = SrtpProfile::AeadAes128Gcm;
        let master = MasterKey::new(profile, &[1; 16], &[2; 12]).expect("a master key");
        SrtpSender::new(default_provider(), &master).expect("a sender")
    }

    fn rtp(sequence: u16) -> Vec<u8> {
        let [high, low] = sequence.to_be_bytes();
        [&[0x80, 96, high, low, 0, 0, 0, 0, 0, 0, 0, 7][..], b"payload"].concat()
    }

    #[test]
    fn no_index_is_used_twice() {
        let mut sender = sender();
        for sequence in [100, 102, 101] {
            assert_eq!(sender.protect_rtp(&mut rtp(sequence), 0), Ok(()));
        }
        for sequence in [100, 101, 102, 0xffff] {
            let mut packet = rtp(sequence);
            assert_eq!(sender.protect_rtp(&mut packet, 0), Err(ProtectError::IndexReused));
            assert_eq!(packet, rtp(sequence));
        }
    }

    #[test]
    fn what_is_sent_again_is_the_same_in_every_byte() {
        let mut sender = sender();
        let protected = |sender: &mut SrtpSender, sequence: u16| {
            let mut packet = rtp(sequence);
            sender.protect_rtp(&mut packet, 0).map(|()| packet)
        };
        // Across the wrap, where the roll-over counter differs.
        let numbers: Vec<u16> = (0..1_000_u16).map(|step| 65_000_u16.wrapping_add(step)).collect();
        let first: Vec<Vec<u8>> =
            numbers.iter().map(|number| protected(&mut sender, *number).expect("new")).collect();
        for (number, first) in numbers.iter().zip(&first) {
            let mut again = rtp(*number);
            assert_eq!(sender.protect_rtp_again(&mut again, 0), Ok(()));
            assert_eq!(&again, first);
        }
        for number in [64_999, 464, 30_000] {
            let refused = sender.protect_rtp_again(&mut rtp(number), 0);
            assert_eq!(refused, Err(ProtectError::NeverProtected), "{number}");
        }
        assert!(protected(&mut sender, 464).is_ok(), "a repetition is no new index");
    }

    #[test]
    fn a_key_ends_with_its_last_rtp_index() {
        let mut sender = sender();
        let mut window = ReplayWindow::new();
        window.mark(0xffff_ffff_fffe);
        sender.sources.add(7, window);
        assert_eq!(sender.protect_rtp(&mut rtp(0xffff), 0), Ok(()));
        assert_eq!(sender.protect_rtp(&mut rtp(0), 0), Err(ProtectError::KeyExhausted));
        assert_eq!(sender.protect_rtp(&mut rtp(1), 0), Err(ProtectError::KeyExhausted));
    }

    #[test]
    fn a_key_ends_with_its_last_rtcp_index() {
        let mut sender = sender();
        sender.next_rtcp_index = RTCP_INDEX_END - 1;
        let packet = || vec![0x80, 201, 0, 1, 0, 0, 0, 7];
        assert_eq!(sender.protect_rtcp(&mut packet(), 0), Ok(()));
        assert_eq!(sender.protect_rtcp(&mut packet(), 0), Err(ProtectError::KeyExhausted));
    }

    #[test]
    fn what_is_no_packet_is_refused() {
        let mut sender = sender();
        for (bytes, start) in [(vec![], 0), (vec![0x80; 11], 0), (rtp(1), 8), (rtp(1), 900)] {
            assert_eq!(sender.protect_rtp(&mut bytes.clone(), start), Err(ProtectError::Malformed));
        }
        for (bytes, start) in [(vec![], 0), (vec![0x80; 7], 0), (vec![0x40; 8], 0), (rtp(1), 99)] {
            assert_eq!(
                sender.protect_rtcp(&mut bytes.clone(), start),
                Err(ProtectError::Malformed)
            );
        }
    }

    #[test]
    fn sources_are_bounded() {
        let mut sender = sender();
        for ssrc in 0..=512_u32 {
            let mut packet = rtp(1);
            packet[8..12].copy_from_slice(&ssrc.to_be_bytes());
            let refused = if ssrc < 512 { Ok(()) } else { Err(ProtectError::TooManySources) };
            assert_eq!(sender.protect_rtp(&mut packet, 0), refused);
        }
    }
}
