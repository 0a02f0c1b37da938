//! All oracles of one host.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{Event, Statistics};

use super::amplification::Amplification;
use super::answers::Answers;
use super::checks::Checks;
use super::consent::Consent;
use super::deadlines::Deadlines;
use super::farewell::Farewell;
use super::flights::Flights;
use super::form::Form;
use super::memory::Memory;
use super::nonces::Nonces;
use super::order::Order;
use super::pace::Pace;
use super::pictures::Pictures;
use super::refusals::Refusals;
use super::repair::Repair;
use super::reports::Reports;
use super::signalling::Signalling;
use super::stream::Stream;
use super::{Breach, Genuine, HostFacts, Way};
use crate::dissect::{DtlsRecords, RtpHeader, SrtcpHeader, StunClass, StunMessage};

/// One field an oracle, and the calls that bring them what happens.
#[derive(Clone, Debug)]
pub(super) struct HostOracles {
    /// Whether the host's engine is another stack's.
    is_foreign: bool,
    pub(super) genuine: Genuine,
    pub(super) form: Form,
    pub(super) consent: Consent,
    pub(super) amplification: Amplification,
    pub(super) answers: Answers,
    pub(super) nonces: Nonces,
    pub(super) stream: Stream,
    pub(super) order: Order,
    pub(super) checks: Checks,
    pub(super) flights: Flights,
    pub(super) pace: Pace,
    pub(super) repair: Repair,
    pub(super) reports: Reports,
    pub(super) deadlines: Deadlines,
    pub(super) refusals: Refusals,
    pub(super) farewell: Farewell,
    pub(super) signalling: Signalling,
}

impl HostOracles {
    pub(super) fn new(facts: &HostFacts) -> HostOracles {
        HostOracles {
            is_foreign: facts.is_foreign,
            genuine: Genuine::new(),
            form: Form::new(facts),
            consent: Consent::new(facts.is_lite),
            amplification: Amplification::default(),
            answers: Answers::new(),
            nonces: Nonces::new(),
            stream: Stream::new(facts),
            order: Order::default(),
            checks: Checks::new(),
            flights: Flights::new(facts),
            pace: Pace::new(facts),
            repair: Repair::default(),
            reports: Reports::default(),
            deadlines: Deadlines::default(),
            refusals: Refusals::new(),
            farewell: Farewell::default(),
            signalling: Signalling::default(),
        }
    }

    /// A verdict on what only an engine of ours is held to.
    #[inline]
    fn ours(&self, verdict: Result<(), Breach>) -> Result<(), Breach> {
        if self.is_foreign { Ok(()) } else { verdict }
    }

    /// A datagram leaves the host.
    #[inline]
    pub(super) fn sent(&mut self, now: Time, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        self.deadlines.time(now)?;
        self.form.size(datagram)?;
        match datagram {
            [128..=191, 192..=223, ..] => self.sent_rtcp(now, way, datagram),
            [128..=191, ..] => self.sent_rtp(now, way, datagram),
            [0..=3, ..] => self.sent_stun(now, way, datagram),
            [20..=63, ..] => self.sent_dtls(now, way, datagram),
            _ => Err(Form::unknown(datagram[0])),
        }
    }

    #[inline]
    fn sent_rtp(&mut self, now: Time, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        let header = RtpHeader::read(datagram).map_err(Form::flaw)?;
        self.genuine.note_rtp(&header, Genuine::hash(datagram));
        self.ours(self.order.media())?;
        self.consent.sent(now, way)?;
        self.nonces.rtp(&header, datagram)?;
        let verdict = self
            .stream
            .sent(now, &header)
            .and_then(|is_repeated| self.repair.sent(&header, is_repeated, datagram.len()));
        self.ours(verdict)
    }

    fn sent_rtcp(&mut self, now: Time, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        let hash = Genuine::hash(datagram);
        self.genuine.note_rtcp(hash);
        // What another stack says last need not be a BYE.
        if self.farewell.is_closing() && !self.is_foreign {
            self.genuine.note_farewell(hash);
        }
        self.ours(self.order.media())?;
        let is_gcm = self.form.is_gcm(SrtcpHeader::read(datagram, true).is_ok());
        let header = SrtcpHeader::read(datagram, is_gcm).map_err(Form::flaw)?;
        self.consent.sent(now, way)?;
        self.nonces.rtcp(&header, datagram)?;
        let verdict = self.reports.sent(now);
        self.pace.rtcp();
        self.ours(verdict)
    }

    fn sent_dtls(&mut self, now: Time, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        let hash = Genuine::hash(datagram);
        self.genuine.note_dtls(hash);
        if self.farewell.is_closing() {
            self.genuine.note_farewell(hash);
        }
        self.consent.sent(now, way)?;
        for record in DtlsRecords::of(datagram) {
            let record = record.map_err(Form::flaw)?;
            self.nonces.record(&record)?;
            let verdict = self.flights.sent(now, &record, self.order.was_connected());
            self.ours(verdict)?;
        }
        Ok(())
    }

    fn sent_stun(&mut self, now: Time, way: Way, datagram: &[u8]) -> Result<(), Breach> {
        self.genuine.note_stun(Genuine::stun_hash(datagram));
        let message = StunMessage::read(datagram).map_err(Form::flaw)?;
        if message.class == StunClass::Request {
            self.consent.asked(now, way, &message);
            self.form.stun(way, &message)?;
            let verdict = self.checks.sent(now, way, &message);
            return self.ours(verdict);
        }
        if !self.consent.knows(way) {
            self.amplification.sent(way, datagram)?;
        }
        self.form.stun(way, &message)?;
        match message.class {
            StunClass::Indication => Ok(()),
            _ => self.answers.sent(way, &message),
        }
    }

    /// The engine tells something; `is_provoked` if another host was told to close.
    pub(super) fn event(
        &mut self,
        now: Time,
        event: &Event,
        is_provoked: bool,
    ) -> Result<(), Breach> {
        self.farewell.event(event, is_provoked)?;
        let mut verdict = self.order.event(now, event).and(self.signalling.event(event));
        if let (Event::LocalDescription { .. }, Some(types)) =
            (event, self.signalling.retransmissions())
        {
            self.stream.describe(types);
            self.repair.describe(types);
        }
        if let Event::KeyFrameRequested { .. } = event {
            verdict = verdict.and(self.pace.key_frame(now));
        }
        self.ours(verdict)
    }

    /// What the application has asked for so far.
    pub(super) fn commanded(&mut self, restarts: u32, has_closed: bool) {
        self.signalling.restarted(restarts);
        if has_closed {
            self.farewell.close();
        }
    }

    /// Whether plenty of the other side's media was taken.
    pub(super) fn has_taken_plenty(&self) -> bool {
        self.refusals.has_taken_plenty()
    }

    /// Whether the application has closed.
    pub(super) fn is_closing(&self) -> bool {
        self.farewell.is_closing()
    }

    pub(super) fn woken(&mut self, now: Time, deadline: Option<Deadline>) -> Result<(), Breach> {
        self.deadlines.time(now)?;
        if self.is_foreign {
            return Ok(());
        }
        self.pace.woken(now)?;
        let has_path = self.order.has_path() && !self.farewell.is_closing();
        self.consent.woken(now, has_path)?;
        self.reports.woken(now, has_path && self.order.is_connected())?;
        self.deadlines.woken(now, deadline, has_path)
    }

    pub(super) fn sampled(&mut self, now: Time, statistics: &Statistics) -> Result<(), Breach> {
        if self.is_foreign {
            return Ok(());
        }
        Memory::sampled(statistics)?;
        self.checks.sampled(statistics);
        self.repair.sampled(statistics)?;
        self.pace.sampled(now, statistics)
    }

    /// Whether this host and another both have a path and the same role.
    pub(super) fn has_role_of(&self, other: &HostOracles) -> bool {
        let role = self.checks.is_controlling();
        let has_path = self.order.has_path() && other.order.has_path();
        has_path && role.is_some() && role == other.checks.is_controlling()
    }

    /// The run is over; `was_heard` if another host has taken plenty of this one's media.
    pub(super) fn ended(
        &mut self,
        now: Time,
        statistics: &Statistics,
        was_heard: bool,
    ) -> Result<(), Breach> {
        if self.is_foreign {
            return Ok(());
        }
        self.order.ended(now)?;
        self.checks.sampled(statistics);
        self.checks.ended(now, self.order.is_steady(now))?;
        self.farewell.ended()?;
        Pictures::ended(statistics)?;
        Reports::ended(statistics, was_heard && self.refusals.has_taken_reports())?;
        self.refusals.ended(statistics, self.order.was_connected())
    }
}
