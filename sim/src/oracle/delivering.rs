//! What is delivered to a host, seen by its oracles.

use roomrtc_core::base::Time;

use super::host_oracles::HostOracles;
use super::{Breach, Genuine, Way};
use crate::dissect::{DtlsRecords, RtpHeader, StunClass, StunMessage};

impl HostOracles {
    /// A datagram is handed to the host's engine; `others` is what all other hosts have sent.
    #[inline]
    pub(super) fn delivered<'g>(
        &mut self,
        now: Time,
        way: Way,
        datagram: &[u8],
        others: impl Iterator<Item = &'g Genuine>,
    ) -> Result<(), Breach> {
        self.deadlines.time(now)?;
        match datagram {
            [128..=191, 192..=223, ..] => self.delivered_rtcp(way, datagram, others),
            [128..=191, ..] => self.delivered_rtp(way, datagram, others),
            [0..=3, ..] => self.delivered_stun(now, way, datagram, others),
            [20..=63, ..] => self.delivered_dtls(way, datagram, others),
            _ => {}
        }
        Ok(())
    }

    #[inline]
    fn delivered_rtp<'g>(
        &mut self,
        way: Way,
        datagram: &[u8],
        mut others: impl Iterator<Item = &'g Genuine>,
    ) {
        self.refusals.arrived(way);
        let Ok(header) = RtpHeader::read(datagram) else { return };
        let hash = Genuine::hash(datagram);
        let is_genuine = others.any(|other| other.has_rtp(&header, hash));
        self.refusals.rtp(&header, hash, is_genuine);
        if is_genuine {
            self.repair.delivered(&header);
        }
    }

    fn delivered_rtcp<'g>(
        &mut self,
        way: Way,
        datagram: &[u8],
        mut others: impl Iterator<Item = &'g Genuine>,
    ) {
        self.refusals.arrived(way);
        let hash = Genuine::hash(datagram);
        let origin = others.find(|other| other.has_rtcp(hash));
        self.refusals.rtcp(hash, origin.is_some());
        let is_heard = self.refusals.has_taken() && self.can_hear();
        if is_heard && origin.is_some_and(|other| other.has_farewell(hash)) {
            self.farewell.hear_goodbye();
        }
    }

    fn delivered_dtls<'g>(
        &mut self,
        way: Way,
        datagram: &[u8],
        mut others: impl Iterator<Item = &'g Genuine>,
    ) {
        self.refusals.arrived(way);
        let is_connected = self.order.is_connected();
        if is_connected {
            self.flights.delivered();
        }
        let is_taken =
            is_connected && !self.farewell.is_closing() && self.refusals.has_validated(way);
        for record in DtlsRecords::of(datagram).flatten() {
            self.refusals.record(&record, is_taken);
        }
        let hash = Genuine::hash(datagram);
        if self.can_hear() && others.any(|other| other.has_dtls(hash) && other.has_farewell(hash)) {
            self.farewell.hear_close();
        }
    }

    /// Whether what the other side says last can be understood.
    fn can_hear(&self) -> bool {
        self.order.is_connected() && self.order.has_path()
    }

    fn delivered_stun<'g>(
        &mut self,
        now: Time,
        way: Way,
        datagram: &[u8],
        mut others: impl Iterator<Item = &'g Genuine>,
    ) {
        self.amplification.delivered(way, datagram);
        let hash = Genuine::stun_hash(datagram);
        let is_genuine = others.any(|other| other.has_stun(hash));
        let Ok(message) = StunMessage::read(datagram) else {
            return self.delivered_nonsense(way, datagram, is_genuine);
        };
        match message.class {
            StunClass::Request => {
                self.answers.delivered(way, &message, is_genuine);
                if is_genuine {
                    self.delivered_check(now, way, &message);
                }
            }
            StunClass::Success if is_genuine => {
                self.consent.answered(now, way, &message);
                self.checks.answered(way, &message);
                self.refusals.validate(way);
            }
            _ => {}
        }
    }

    fn delivered_check(&mut self, now: Time, way: Way, message: &StunMessage<'_>) {
        let is_fresh = self.consent.is_fresh(now, way);
        self.checks.was_asked(now, way, is_fresh, message);
        self.consent.was_asked(now, way);
        self.refusals.validate(way);
    }

    /// STUN that is not as a sender is to write it may be answered all the same.
    fn delivered_nonsense(&mut self, way: Way, datagram: &[u8], is_genuine: bool) {
        let kind = datagram.first_chunk::<2>();
        let transaction = datagram.get(8..20).and_then(|id| id.try_into().ok());
        if let (Some([0, 1]), Some(transaction)) = (kind, transaction) {
            self.answers.delivered_id(way, transaction, is_genuine);
        }
    }
}
