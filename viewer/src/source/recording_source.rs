//! A recorded call, done again.

use std::ops::ControlFlow;
use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_sim::recording::{Disclosure, Recording, ReplayOutcome, Retrace, Retraced, VERSION};
use roomrtc_sim::report::capture::PlainMedia;
use roomrtc_sim::trace::{Place, TraceEvent, TraceLevel, What};

use super::{Heading, HostState, Listener, OpenError, Source, Told};

/// The sessions of a recording, done again from the beginning each time they are told.
#[derive(Clone)]
pub struct RecordingSource {
    bytes: Arc<[u8]>,
    session: Option<String>,
    heading: Heading,
}

impl RecordingSource {
    /// The sessions of the recording `bytes`, which came from `name`; those of one client, or all.
    ///
    /// # Errors
    /// [`OpenError`] if the bytes are no recording, or have no such session.
    pub fn new(
        bytes: impl Into<Arc<[u8]>>,
        name: &str,
        session: Option<&str>,
    ) -> Result<RecordingSource, OpenError> {
        let (bytes, session) = (bytes.into(), session.map(str::to_owned));
        let recording = read(&bytes, session.as_deref())?;
        let about: Vec<String> =
            recording.sessions.iter().map(|one| describe(&one.opening)).collect();
        let damage = recording.damage.map(|damage| format!("The rest cannot be read: {damage}."));
        let about = about.into_iter().chain(damage).collect::<Vec<_>>().join(" ");
        let title = name.to_owned();
        let heading = Heading { title, about, command: format!("roomrtc replay {name}") };
        Ok(RecordingSource { bytes, session, heading })
    }
}

impl std::fmt::Debug for RecordingSource {
    /// Without the bytes.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordingSource").field("heading", &self.heading).finish_non_exhaustive()
    }
}

/// The sessions that are meant.
fn read<'a>(bytes: &'a [u8], session: Option<&str>) -> Result<Recording<'a>, OpenError> {
    let mut recording = Recording::read(bytes)?;
    let Some(name) = session else { return Ok(recording) };
    let known: Vec<String> =
        recording.sessions.iter().map(|session| session.opening.name.clone()).collect();
    recording.sessions.retain(|session| session.opening.name == name);
    if recording.sessions.is_empty() {
        let (name, known) = (name.to_owned(), known.join(", "));
        return Err(OpenError::NoSuchSession { name, known });
    }
    Ok(recording)
}

fn describe(opening: &roomrtc_sim::recording::Opening) -> String {
    let held = match opening.disclosure {
        Disclosure::Structure => "without keys and media",
        Disclosure::Media => "without keys",
        Disclosure::Keys => "with keys",
    };
    let version = match opening.version.as_str() {
        VERSION => String::new(),
        other => format!(" by Room RTC {other}, where this is {VERSION}"),
    };
    format!("{}: recorded {held}{version}.", opening.name)
}

fn tell_run(mut retrace: Retrace<'_>, until: Time, listener: &mut dyn Listener) -> ControlFlow<()> {
    let (mut media, mut keys) = (PlainMedia::default(), 0);
    listener.hear(Told::Names(retrace.trace().names()))?;
    let mut states = vec![HostState::default(); retrace.inspections().count()];
    while retrace.now() <= until {
        let is_moved = retrace.next_step();
        let known = retrace.trace().keys();
        known.iter().skip(keys).for_each(|keys| media.learn(keys));
        keys = known.len();
        tell_events(&retrace.take_events(), &mut media, listener)?;
        tell_states(&retrace, &mut states, listener)?;
        if !is_moved {
            return tell_end(retrace, &mut media, listener);
        }
    }
    listener.hear(Told::Until(until))
}

fn tell_events(
    events: &[TraceEvent],
    media: &mut PlainMedia,
    listener: &mut dyn Listener,
) -> ControlFlow<()> {
    for event in events {
        let plain = match &event.what {
            What::Packet(packet) if matches!(event.place, Place::Host(_)) => {
                media.open(event.place, packet)
            }
            _ => None,
        };
        listener.hear(Told::Event { event, plain })?;
    }
    ControlFlow::Continue(())
}

fn tell_states(
    retrace: &Retrace<'_>,
    states: &mut [HostState],
    listener: &mut dyn Listener,
) -> ControlFlow<()> {
    let time = retrace.now();
    for (host, (session, last)) in retrace.inspections().zip(states).enumerate() {
        let state = HostState { call: None, session: session.copied() };
        if *last != state {
            *last = state;
            listener.hear(Told::State { time, host, state: &state })?;
        }
    }
    ControlFlow::Continue(())
}

/// The last that happened, and what came of the comparison with what was recorded.
fn tell_end(
    retrace: Retrace<'_>,
    media: &mut PlainMedia,
    listener: &mut dyn Listener,
) -> ControlFlow<()> {
    let Retraced { outcomes, trace, end, .. } = retrace.finish();
    tell_events(trace.events(), media, listener)?;
    listener.hear(Told::Until(end))?;
    for (host, outcome) in outcomes.iter().enumerate() {
        let name = trace.names().name(Place::Host(host));
        let said = match outcome {
            ReplayOutcome::Same => "done again, it is the same to the end".to_owned(),
            ReplayOutcome::SameSoFar => {
                "done again, it is the same up to where the recording breaks off".to_owned()
            }
            ReplayOutcome::Different(difference) => {
                format!("done again, it is DIFFERENT at {difference}")
            }
            ReplayOutcome::Unreadable(error) => format!("not read to its end: {error}"),
        };
        listener.hear(Told::Note(&format!("{name}: {said}")))?;
    }
    ControlFlow::Continue(())
}

impl Source for RecordingSource {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn lasts(&self) -> Option<Time> {
        None
    }

    fn tells_losses(&self) -> bool {
        false
    }

    fn tell(&mut self, _from: Time, until: Time, listener: &mut dyn Listener) {
        // It was read before; nobody changes the bytes.
        if let Ok(recording) = read(&self.bytes, self.session.as_deref()) {
            let _ = tell_run(Retrace::new(&recording, TraceLevel::Packets), until, listener);
        }
    }
}
