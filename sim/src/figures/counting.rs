//! Figures out of what a trace has counted.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{Figures, Summary, Unit};
use crate::trace::{HostTally, Names, Place, Tally};

impl Figures {
    /// The figures of what a trace has counted until `end`. `round_trip` is that of the network
    /// without faults, if it has one.
    pub fn of(tally: &Tally, names: &Names, end: Time, round_trip: Option<Duration>) -> Figures {
        let mut figures = Figures::default();
        let duration = end.since(Time::ZERO);
        figures.add(None, "duration", Unit::Microseconds, micros(duration));
        let dropped = tally.dropped().values().sum();
        figures.add(None, "packets-dropped", Unit::Count, dropped);
        let answered = tally.hosts().iter().filter_map(|host| host.answer_arrived).min();
        for (index, host) in tally.hosts().iter().enumerate() {
            let name = names.name(Place::Host(index));
            figures.add_connecting(&name, host, answered, round_trip);
            figures.add_frames(&name, host);
            figures.add_delays(&name, host);
            figures.add_repairs(&name, host, round_trip);
            figures.add_requests(&name, host);
            figures.add_bytes(&name, host, duration);
            figures.add_economy(&name, host, duration);
        }
        figures
    }

    fn add_connecting(
        &mut self,
        name: &str,
        host: &HostTally,
        answered: Option<Time>,
        round_trip: Option<Duration>,
    ) {
        let Some(answered) = answered else { return };
        if let Some(connected) = host.connected {
            let time = connected.since(answered);
            self.add(Some(name), "connect-time", Unit::Microseconds, micros(time));
            if let Some(round_trip) = round_trip.filter(|round_trip| !round_trip.is_zero()) {
                let hundredths = (time.as_nanos() * 100).div_ceil(round_trip.as_nanos());
                let hundredths = u64::try_from(hundredths).unwrap_or(u64::MAX);
                self.add(Some(name), "connect-round-trips", Unit::RoundTripHundredths, hundredths);
            }
        }
        if let Some(first) = host.first_frame {
            let time = micros(first.since(answered));
            self.add(Some(name), "first-frame-time", Unit::Microseconds, time);
        }
    }

    fn add_frames(&mut self, name: &str, host: &HostTally) {
        let freezes = &host.freezes;
        for (figure, value) in [
            ("frames-sent", host.frames_sent),
            ("frames-received", host.frames_received),
            ("frames-late", host.frames_late),
            ("frames-undecodable", host.frames_undecodable),
            ("frames-skipped", host.frames_skipped),
            ("freezes", freezes.count()),
        ] {
            self.add(Some(name), figure, Unit::Count, value);
        }
        for (figure, value) in
            [("freeze-time", freezes.total()), ("longest-freeze", freezes.longest())]
        {
            self.add(Some(name), figure, Unit::Microseconds, micros(value));
        }
    }

    fn add_delays(&mut self, name: &str, host: &HostTally) {
        let Some(summary) = Summary::of(&host.frame_delays) else { return };
        for (figure, value) in [
            ("frame-delay-p50", summary.median),
            ("frame-delay-p95", summary.p95),
            ("frame-delay-p99", summary.p99),
            ("frame-delay-longest", summary.greatest),
        ] {
            self.add(Some(name), figure, Unit::Microseconds, value);
        }
    }

    fn add_repairs(&mut self, name: &str, host: &HostTally, round_trip: Option<Duration>) {
        let Some(summary) = Summary::of(host.repairs.times()) else { return };
        self.add(Some(name), "repairs", Unit::Count, host.repairs.times().len() as u64);
        for (figure, value) in [
            ("repair-time-p50", summary.median),
            ("repair-time-p95", summary.p95),
            ("repair-time-longest", summary.greatest),
        ] {
            self.add(Some(name), figure, Unit::Microseconds, value);
        }
        if let Some(round_trip) = round_trip.filter(|round_trip| !round_trip.is_zero()) {
            let nanos = u128::from(summary.greatest) * 1_000 * 100;
            let hundredths = nanos.div_ceil(round_trip.as_nanos());
            let hundredths = u64::try_from(hundredths).unwrap_or(u64::MAX);
            self.add(Some(name), "repair-round-trips", Unit::RoundTripHundredths, hundredths);
        }
    }

    fn add_requests(&mut self, name: &str, host: &HostTally) {
        for (figure, value) in [
            ("key-frames-sent", host.key_frames_sent),
            ("key-frames-requested", host.key_frames_requested),
            ("plis-sent", host.picture_loss_indications_sent),
            ("nacks-sent", host.nacks_sent),
            ("packets-sent-again", host.packets_sent_again),
            ("packets-repaired", host.packets_repaired),
            ("checks", host.requests_sent),
            ("handshake-repetitions", host.dtls_flights_repeated),
        ] {
            self.add(Some(name), figure, Unit::Count, value);
        }
    }

    fn add_bytes(&mut self, name: &str, host: &HostTally, duration: Duration) {
        let sent = host.wire_bytes_sent;
        self.add(Some(name), "packets-sent", Unit::Count, host.packets_sent.iter().sum());
        self.add(Some(name), "bytes-sent", Unit::Bytes, sent);
        if let Some(rate) = per(u128::from(sent) * 8 * 1_000_000, duration.as_micros()) {
            self.add(Some(name), "send-bit-rate", Unit::BitsPerSecond, rate);
        }
        let overhead = u128::from(sent.saturating_sub(host.frame_bytes_sent)) * 1_000_000;
        if let Some(overhead) = per(overhead, u128::from(host.frame_bytes_sent)) {
            self.add(Some(name), "overhead", Unit::PartsPerMillion, overhead);
        }
    }

    fn add_economy(&mut self, name: &str, host: &HostTally, duration: Duration) {
        let hundredths = u128::from(host.wake_ups) * 100 * 1_000_000;
        if let Some(rate) = per(hundredths, duration.as_micros()) {
            self.add(Some(name), "wake-ups", Unit::PerSecondHundredths, rate);
        }
    }
}

fn per(amount: u128, of: u128) -> Option<u64> {
    u64::try_from(amount.checked_div(of)?).ok()
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use roomrtc_core::session::Event;

    use super::*;
    use crate::trace::{
        Direction, FrameEvent, FrameFate, SignallingEvent, Trace, TraceLevel, What,
    };

    fn frame(trace: &mut Trace, at: u64, place: Place, fate: FrameFate, number: u64) {
        let sent = Time::from_millis(number * 30);
        let frame = FrameEvent {
            fate,
            from: 0,
            number,
            sent,
            length: 1_000,
            is_key_frame: false,
            timestamp: None,
        };
        trace.record(Time::from_millis(at), place, What::Frame(frame));
    }

    fn figures() -> Figures {
        let mut trace = Trace::new(TraceLevel::Hash);
        trace.name(Place::Host(0), "caller");
        let (caller, callee) = (Place::Host(0), Place::Host(1));
        let (direction, message) = (Direction::Received, SignallingEvent::ANSWER);
        let answer = SignallingEvent { direction, message, length: 1, detail: String::new() };
        trace.record(Time::from_millis(100), caller, What::Signalling(answer));
        trace.record(Time::from_millis(225), callee, What::Engine(Event::Connected));
        for number in 10..20 {
            frame(&mut trace, number * 30, caller, FrameFate::Sent, number);
            frame(&mut trace, number * 30 + number, callee, FrameFate::Received, number);
        }
        let end = Time::from_secs(2);
        Figures::of(trace.tally(), trace.names(), end, Some(Duration::from_millis(50)))
    }

    #[test]
    fn times_are_counted_from_the_answer() {
        let figures = figures();
        let callee = |name| figures.value(Some("1"), name);
        assert_eq!(callee("connect-time"), Some(125_000));
        assert_eq!(callee("connect-round-trips"), Some(250));
        assert_eq!(callee("first-frame-time"), Some(210_000));
        assert_eq!(callee("frame-delay-p50"), Some(14_000));
        assert_eq!(callee("frame-delay-p99"), Some(19_000));
        assert_eq!(callee("overhead"), None);
        assert_eq!(figures.value(Some("caller"), "frames-sent"), Some(10));
        assert_eq!(figures.value(Some("caller"), "connect-time"), None);
        assert_eq!(figures.text(Some("caller"), "connect-time"), "–");
        assert_eq!(figures.text(Some("1"), "connect-round-trips"), "2.50 RTT");
        assert_eq!(figures.hosts(), ["caller", "1"]);
    }
}
