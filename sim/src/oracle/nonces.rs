//! Oracle: a nonce is never used twice.

use super::rtp_nonces::RtpNonces;
use super::{Breach, Genuine, Recent};
use crate::dissect::{DtlsRecord, RtpHeader, SrtcpHeader};

/// The nonces of a host under the keys of its one association: of SRTP the SSRC and the index
/// (RFC 3711 section 4.1.1, RFC 7714 section 8.1), of DTLS the epoch and the number (RFC 5288
/// section 3). The same nonce with the same bytes is no harm.
#[derive(Clone, Debug)]
pub(super) struct Nonces {
    rtp: Vec<RtpNonces>,
    rtcp: Recent<(u32, u32, u64), 256>,
    records: Recent<(u16, u64, u64), 256>,
}

/// Sources remembered.
const MOST: usize = 8;

impl Nonces {
    const NAME: &'static str = "nonces";

    pub(super) fn new() -> Nonces {
        Nonces { rtp: Vec::new(), rtcp: Recent::new(), records: Recent::new() }
    }

    /// A protected RTP packet.
    #[inline]
    pub(super) fn rtp(&mut self, header: &RtpHeader, datagram: &[u8]) -> Result<(), Breach> {
        let tag = datagram.last_chunk().map_or(0, |tag| u64::from_be_bytes(*tag));
        if self.source(header).note(header.sequence, tag) {
            return Ok(());
        }
        let text = format!("the SRTP nonce of packet {} was used before", header.sequence);
        Err(Breach::new(Nonces::NAME, text))
    }

    fn source(&mut self, header: &RtpHeader) -> &mut RtpNonces {
        let place = self.rtp.iter().position(|own| own.ssrc == header.ssrc);
        let place = place.unwrap_or_else(|| {
            if self.rtp.len() == MOST {
                self.rtp.remove(0);
            }
            self.rtp.push(RtpNonces::new(header.ssrc, header.sequence));
            self.rtp.len() - 1
        });
        &mut self.rtp[place]
    }

    /// A protected RTCP packet.
    pub(super) fn rtcp(&mut self, header: &SrtcpHeader, datagram: &[u8]) -> Result<(), Breach> {
        let entry = (header.ssrc, header.index, Genuine::hash(datagram));
        let is_used = |own: &(u32, u32, u64)| (own.0, own.1) == (entry.0, entry.1);
        if self.rtcp.find(is_used).is_some_and(|own| *own != entry) {
            let text = format!("the SRTCP index {} was used before", header.index);
            return Err(Breach::new(Nonces::NAME, text));
        }
        self.rtcp.push(entry);
        Ok(())
    }

    /// A DTLS record. In epoch 0 there is no nonce, but a retransmission has a number of its own
    /// there, too (RFC 6347 section 4.2.4).
    pub(super) fn record(&mut self, record: &DtlsRecord<'_>) -> Result<(), Breach> {
        let entry = (record.epoch, record.sequence, Genuine::hash(record.payload));
        let is_used = |own: &(u16, u64, u64)| (own.0, own.1) == (entry.0, entry.1);
        if self.records.find(is_used).is_some_and(|own| *own != entry) {
            let text = format!("the number {} of epoch {} was used before", entry.1, entry.0);
            return Err(Breach::new(Nonces::NAME, text));
        }
        self.records.push(entry);
        Ok(())
    }
}
