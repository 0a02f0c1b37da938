//! Oracle: replays, and what is forged, damaged or comes from nowhere, are refused.

use std::collections::BTreeSet;

use roomrtc_core::session::Statistics;

use super::rtp_ring::RtpRing;
use super::{Breach, Genuine, Recent, Way};
use crate::dissect::{DtlsRecord, RtpHeader};

/// Counts what must be refused, and compares in the end with what the engine says it has refused
/// and taken. A packet is to be taken at most once, and only if another host has sent just these
/// bytes.
#[derive(Clone, Debug)]
pub(super) struct Refusals {
    /// The RTP packets taken.
    rtp: RtpRing,
    rtcp: Recent<u64, 1_024>,
    records: Recent<u64, 256>,
    /// Ways over which something authentic of ICE has come.
    validated: BTreeSet<Way>,
    /// Whether what has come last came over one of them.
    is_way_known: bool,
    /// Media that must be refused, and RTP that may be taken.
    refused_media: u64,
    taken_rtp: u64,
    taken_rtcp: u64,
    /// DTLS records of epoch 1 that came again while connected, over a way that was validated.
    repeated_records: u64,
    /// DTLS and media over ways that were never validated.
    unvalidated: u64,
}

/// Ways remembered.
const MOST_WAYS: usize = 1_024;

impl Refusals {
    const NAME: &'static str = "refusals";

    pub(super) fn new() -> Refusals {
        Refusals {
            rtp: RtpRing::new(),
            rtcp: Recent::new(),
            records: Recent::new(),
            validated: BTreeSet::new(),
            is_way_known: false,
            refused_media: 0,
            taken_rtp: 0,
            taken_rtcp: 0,
            repeated_records: 0,
            unvalidated: 0,
        }
    }

    /// Something authentic of ICE has come this way.
    pub(super) fn validate(&mut self, way: Way) {
        if self.validated.len() < MOST_WAYS {
            self.validated.insert(way);
        }
    }

    /// Whether something authentic of ICE has come this way.
    pub(super) fn has_validated(&self, way: Way) -> bool {
        self.validated.contains(&way)
    }

    /// DTLS or media has come; whether the way was ever validated.
    #[inline]
    pub(super) fn arrived(&mut self, way: Way) {
        let is_known = self.validated.contains(&way) || self.validated.len() == MOST_WAYS;
        self.is_way_known = is_known;
        self.unvalidated += u64::from(!is_known);
    }

    /// Whether RTP that another host has sent was ever taken.
    pub(super) fn has_taken(&self) -> bool {
        self.taken_rtp > 0
    }

    /// Whether plenty of RTP was taken.
    pub(super) fn has_taken_plenty(&self) -> bool {
        self.taken_rtp > 500
    }

    /// Whether several RTCP packets were taken.
    pub(super) fn has_taken_reports(&self) -> bool {
        self.taken_rtcp > 8
    }

    /// An RTP packet has come; `is_genuine` if another host has sent just these bytes.
    #[inline]
    pub(super) fn rtp(&mut self, header: &RtpHeader, hash: u64, is_genuine: bool) {
        if is_genuine && !self.rtp.has(header, hash) {
            *self.rtp.place(header) = hash;
            self.taken_rtp += 1;
        } else {
            self.refused_media += 1;
        }
    }

    /// An RTCP packet has come; `is_genuine` if another host has sent just these bytes.
    pub(super) fn rtcp(&mut self, hash: u64, is_genuine: bool) {
        if is_genuine && self.rtcp.find(|own| *own == hash).is_none() {
            self.rtcp.push(hash);
            self.taken_rtcp += 1;
        } else {
            self.refused_media += 1;
        }
    }

    /// A DTLS record has come; `is_taken` if the handshake is complete and the way validated.
    pub(super) fn record(&mut self, record: &DtlsRecord<'_>, is_taken: bool) {
        if record.epoch != 1 {
            return;
        }
        if !self.is_way_known {
            return;
        }
        let hash = Genuine::hash(record.payload) ^ record.sequence;
        if self.records.find(|own| *own == hash).is_none() {
            self.records.push(hash);
        } else {
            self.repeated_records += u64::from(is_taken);
        }
    }

    /// In the end: `was_connected` if the handshake was ever complete.
    pub(super) fn ended(&self, statistics: &Statistics, was_connected: bool) -> Result<(), Breach> {
        let dropped = |name: &str| statistics.dropped.get(name).copied().unwrap_or(0);
        if dropped("session.unvalidated_path") + dropped("session.closed") < self.unvalidated {
            let text = format!("{} packets came over ways never validated", self.unvalidated);
            return Err(Breach::new(Refusals::NAME, text));
        }
        if !was_connected {
            return Ok(());
        }
        let session = statistics.dropped.iter().filter(|(name, _)| name.starts_with("session."));
        let refused: u64 = session.map(|(_, count)| count).sum();
        if refused < self.refused_media {
            let text = format!("{refused} of {} bad packets were refused", self.refused_media);
            return Err(Breach::new(Refusals::NAME, text));
        }
        let receivers = statistics.media.iter().filter_map(|media| media.receiver);
        let taken: u64 = receivers.map(|receiver| receiver.packets_received).sum();
        if taken > self.taken_rtp {
            let text = format!("{taken} RTP packets were taken, but {} came", self.taken_rtp);
            return Err(Breach::new(Refusals::NAME, text));
        }
        if dropped("dtls.record_replayed") < self.repeated_records {
            let text = format!("{} DTLS records came again", self.repeated_records);
            return Err(Breach::new(Refusals::NAME, text));
        }
        Ok(())
    }
}
