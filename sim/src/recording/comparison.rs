//! What differs between two steps.

use roomrtc_core::base::Deadline;

use super::{Outputs, PollKind};

impl Outputs {
    /// What is different in `replayed`, in words: the first difference found.
    pub(super) fn difference(&self, replayed: &Outputs) -> Option<String> {
        self.refusal_difference(replayed)
            .or_else(|| self.count_difference(replayed))
            .or_else(|| self.event_difference(replayed))
            .or_else(|| self.length_difference(replayed))
            .or_else(|| self.content_difference(replayed))
            .or_else(|| self.deadline_difference(replayed))
    }

    fn refusal_difference(&self, replayed: &Outputs) -> Option<String> {
        let say = |refusal: &Option<String>| match refusal {
            None => "taken".to_owned(),
            Some(reason) => format!("refused ({reason})"),
        };
        let (then, now) = (&self.refusal, &replayed.refusal);
        (then != now).then(|| format!("the input was {}, and is now {}", say(then), say(now)))
    }

    fn count_difference(&self, replayed: &Outputs) -> Option<String> {
        let names = ["event", "frame", "packet", "transmit"];
        let (kind, name) = PollKind::ALL.into_iter().zip(names).find(|(kind, _)| {
            let runs = |outputs: &Outputs| {
                let runs = outputs.runs.iter().filter(|run| run.kind == *kind);
                runs.copied().collect::<Vec<_>>()
            };
            runs(self) != runs(replayed)
        })?;
        let (then, now) = (self.found(kind), replayed.found(kind));
        Some(format!("{then} {name}(s) recorded, {now} or more now{}", replayed.first_event(kind)))
    }

    fn found(&self, kind: PollKind) -> u64 {
        let runs = self.runs.iter().filter(|run| run.kind == kind);
        runs.fold(0, |sum, run| sum + u64::from(run.found))
    }

    fn first_event(&self, kind: PollKind) -> String {
        match self.events.first() {
            Some(event) if kind == PollKind::Event => format!(", the first of them {event}"),
            _ => String::new(),
        }
    }

    fn event_difference(&self, replayed: &Outputs) -> Option<String> {
        let both = self.events.iter().zip(&replayed.events);
        let (then, now) = both.into_iter().find(|(then, now)| then != now)?;
        Some(format!("the event was {then}, and is now {now}"))
    }

    fn length_difference(&self, replayed: &Outputs) -> Option<String> {
        let both = self.lengths.iter().zip(&replayed.lengths).enumerate();
        let (place, (then, now)) = both.into_iter().find(|(_, (then, now))| then != now)?;
        let kind = self.kind_of_length(place);
        Some(format!("{kind} of {then} bytes is now of {now} bytes"))
    }

    fn kind_of_length(&self, place: usize) -> &'static str {
        let mut left = place as u64;
        for run in self.runs.iter().filter(|run| run.kind != PollKind::Event) {
            if left < u64::from(run.found) {
                return match run.kind {
                    PollKind::Frame => "a frame",
                    PollKind::Packet => "a packet",
                    PollKind::Event | PollKind::Transmit => "a transmit",
                };
            }
            left -= u64::from(run.found);
        }
        "an output"
    }

    fn content_difference(&self, replayed: &Outputs) -> Option<String> {
        if self.sealed != replayed.sealed {
            return Some("what is sent protected differs before it is encrypted".to_owned());
        }
        let kinds = [PollKind::Frame, PollKind::Packet, PollKind::Transmit];
        let there = kinds.into_iter().filter(|kind| self.found(*kind) > 0);
        let there = there.map(|kind| format!("{kind:?}").to_lowercase());
        let there = there.collect::<Vec<_>>().join(" or ");
        (self.hash != replayed.hash)
            .then(|| format!("a {there} differs in its bytes, destination or times"))
    }

    fn deadline_difference(&self, replayed: &Outputs) -> Option<String> {
        let say = |deadline: Option<Deadline>| match deadline {
            None => "none".to_owned(),
            Some(deadline) => format!("{:?} for {:?}", deadline.at, deadline.reason),
        };
        let (then, now) = (self.deadline, replayed.deadline);
        (then != now).then(|| format!("the deadline was {}, and is now {}", say(then), say(now)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::{Fingerprint, PollRun};
    use roomrtc_core::base::{DeadlineReason, Time};

    fn outputs() -> Outputs {
        let run = |kind, found| PollRun { kind, found, is_ended: true };
        Outputs {
            runs: vec![
                run(PollKind::Event, 1),
                run(PollKind::Frame, 1),
                run(PollKind::Transmit, 1),
            ],
            events: vec!["Connected".to_owned()],
            lengths: vec![3_000, 1_200],
            ..Outputs::default()
        }
    }

    #[test]
    fn the_same_has_no_difference() {
        assert_eq!(outputs().difference(&outputs()), None);
    }

    #[test]
    fn each_difference_is_said_in_words() {
        let deadline = Deadline::new(Time::from_secs(1), DeadlineReason::IceCheck);
        type Change = fn(&mut Outputs);
        let changes: [(Change, &str); 6] = [
            (|it| it.refusal = Some("closed".to_owned()), "refused (closed)"),
            (|it| it.runs[0].found = 2, "1 event(s) recorded, 2 or more now"),
            (|it| it.events[0] = "IceFailed".to_owned(), "was Connected, and is now IceFailed"),
            (|it| it.lengths[1] = 12, "a transmit of 1200 bytes is now of 12 bytes"),
            (|it| it.hash = Fingerprint(1), "a frame or transmit differs"),
            (|it| it.sealed = 1, "before it is encrypted"),
        ];
        for (change, expected) in changes {
            let mut changed = outputs();
            change(&mut changed);
            let text = outputs().difference(&changed).expect("different");
            assert!(text.contains(expected), "{text}");
        }
        let changed = Outputs { deadline: Some(deadline), ..outputs() };
        let text = outputs().difference(&changed).expect("different");
        assert!(text.contains("is now 1.000000000s") || text.contains("IceCheck"), "{text}");
    }
}
