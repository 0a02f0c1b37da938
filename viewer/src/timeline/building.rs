//! What the builder makes of what it hears.

use std::collections::BTreeSet;

use roomrtc_core::base::Time;
use roomrtc_core::session::{Event, Inspection};
use roomrtc_sim::trace::{FrameEvent, Line, PacketEvent, PacketFate, Place, TraceEvent, What};

use super::{Column, Moment, MomentKind, Pictures, TimelineBuilder};
use crate::buffer::BufferSeries;
use crate::lanes::{LaneKind, Mood, call_name, dtls_name, ice_name, negotiation_name};
use crate::reading::Reading;
use crate::source::HostState;

impl TimelineBuilder {
    pub(super) fn hear_event(&mut self, event: &TraceEvent, plain: Option<&[u8]>) {
        self.timeline.end = self.timeline.end.max(event.time);
        match &event.what {
            What::Packet(packet) => self.hear_packet(event.time, event.place, packet, plain),
            What::Frame(frame) => self.hear_frame(event.time, event.place, frame),
            What::Engine(told) => {
                self.learn_retransmissions(told);
                self.hear_moment(event, MomentKind::Engine);
            }
            What::Signalling(_) => self.hear_moment(event, MomentKind::Signalling),
            What::Happening(_) => self.hear_moment(event, MomentKind::Happening),
            What::KeyFrameRequest => self.hear_moment(event, MomentKind::KeyFrameRequest),
            What::Sample(_) => {}
        }
    }

    fn hear_packet(&mut self, now: Time, place: Place, packet: &PacketEvent, plain: Option<&[u8]>) {
        if packet.fate != PacketFate::Sent {
            return self.timeline.ladder.follow(now, place, packet);
        }
        let payload = packet.payload.as_deref().unwrap_or_default();
        let reading = Reading::of(packet.class, payload, plain, &self.retransmissions);
        self.timeline.ladder.send(now, place, packet, reading);
    }

    fn hear_frame(&mut self, now: Time, place: Place, frame: &FrameEvent) {
        let Place::Host(host) = place else { return };
        if host >= TimelineBuilder::MOST_HOSTS {
            return;
        }
        let pictures = &mut self.timeline.pictures;
        if pictures.len() <= host {
            pictures.resize_with(host + 1, Pictures::default);
        }
        let before = pictures[host].shown().len();
        let froze = pictures[host].note(now, frame);
        let has_shown = pictures[host].shown().len() > before;
        if has_shown {
            self.enter(now, host, LaneKind::Picture, ("moves", Mood::Good));
        }
        if let Some((from, until)) = froze {
            let frozen = ("stands still", Mood::Bad);
            self.lane(host, LaneKind::Picture).enter_between(from, until, frozen);
            let text =
                format!("the picture moves again after {} ms", until.since(from).as_millis());
            self.keep_moment(Moment { time: now, place, kind: MomentKind::Freeze, text });
        }
    }

    fn hear_moment(&mut self, event: &TraceEvent, kind: MomentKind) {
        let line = Line::new(event, &self.timeline.names).to_string();
        // The line begins with time and place, which a moment has by themselves.
        let text = line.splitn(3, ' ').nth(2).unwrap_or_default().to_owned();
        self.keep_moment(Moment { time: event.time, place: event.place, kind, text });
    }

    /// Retransmissions have payload types of their own, which descriptions name: RFC 4588 section 8.
    fn learn_retransmissions(&mut self, event: &Event) {
        let Event::LocalDescription { sdp, .. } = event else { return };
        let maps = sdp.lines().filter_map(|line| line.strip_prefix("a=rtpmap:"));
        let types = maps.filter_map(|map| {
            let (number, encoding) = map.split_once(' ')?;
            let is_retransmission = encoding.to_ascii_lowercase().starts_with("rtx/");
            number.parse().ok().filter(|_| is_retransmission)
        });
        let known: BTreeSet<u8> = self.retransmissions.drain(..).chain(types).collect();
        self.retransmissions.extend(known);
    }

    pub(super) fn hear_state(&mut self, time: Time, host: usize, state: &HostState) {
        self.heard.insert(host);
        if let Some(call) = state.call {
            self.enter(time, host, LaneKind::Call, call_name(call));
        }
        if let Some(session) = &state.session {
            self.hear_session(time, host, session);
        }
    }

    fn hear_session(&mut self, time: Time, host: usize, session: &Inspection) {
        self.enter(time, host, LaneKind::Negotiation, negotiation_name(session.negotiation));
        self.enter(time, host, LaneKind::Ice, ice_name(session.ice));
        self.enter(time, host, LaneKind::Dtls, dtls_name(session.dtls));
        let Some(state) = session.jitter_buffer else { return };
        let buffers = &mut self.timeline.buffers;
        match buffers.iter_mut().find(|buffer| buffer.host == host) {
            Some(buffer) => buffer.add(time, state),
            None => {
                let mut buffer = BufferSeries::new(host);
                buffer.add(time, state);
                buffers.push(buffer);
            }
        }
    }

    /// Everybody who sends or receives: the hosts first, then as their places are ordered.
    pub(super) fn columns(&self) -> Vec<Column> {
        let crossings = self.timeline.ladder.crossings().iter();
        let ends = crossings.flat_map(|crossing| [Some(crossing.from), crossing.to]);
        let places: BTreeSet<Place> = ends.flatten().collect();
        let columns =
            places.into_iter().map(|place| Column { place, name: self.timeline.name(place) });
        columns.collect()
    }
}
