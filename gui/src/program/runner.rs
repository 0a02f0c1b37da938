//! Running a script.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_io_mio::{CertificateFingerprint, Clock};

use super::console::Console;
use super::{Failure, Outcome, Script, Step, interrupts};
use crate::client::{
    CallSummary, ClientCommand, ClientEvent, EventSender, FinishedCall, ProgramEvent, RunningClient,
};
use crate::pins::ServerPins;
use crate::recording::{CallFile, CallWriter};

/// Most events that wait for the main thread.
const MOST_EVENTS: usize = 1_024;

/// How often the progress line changes.
const PROGRESS_INTERVAL: Duration = Duration::from_secs(1);

/// Carries out a script's steps on the clients and the terminal, on the main thread.
#[derive(Debug)]
pub struct Runner {
    clock: Clock,
    console: Console,
    events: Receiver<ProgramEvent>,
    sender: SyncSender<ProgramEvent>,
    names: Vec<String>,
    clients: Vec<RunningClient>,
    calls: Vec<Option<FinishedCall>>,
    progress: Vec<Option<Box<CallSummary>>>,
    next_progress: Option<Time>,
    recording: Option<CallFile>,
    pins: Option<ServerPins>,
    /// A sentence on what makes it senseless to go on.
    fault: Option<String>,
}

impl Runner {
    /// A runner without clients, which already hears of interrupts.
    ///
    /// # Errors
    /// [`Failure::Start`] if the system gives no thread.
    pub fn new(clock: Clock) -> Result<Runner, Failure> {
        let (sender, events) = sync_channel(MOST_EVENTS);
        interrupts::watch(sender.clone()).map_err(Failure::start)?;
        Ok(Runner {
            clock,
            console: Console::new(),
            events,
            sender,
            names: Vec::new(),
            clients: Vec::new(),
            calls: Vec::new(),
            progress: Vec::new(),
            next_progress: None,
            recording: None,
            pins: None,
            fault: None,
        })
    }

    /// The way in for a source of events other than clients.
    pub fn sender(&self) -> SyncSender<ProgramEvent> {
        self.sender.clone()
    }

    /// The way in for the client that is started next.
    pub fn next_events(&self) -> EventSender {
        EventSender::new(self.clients.len(), self.sender.clone())
    }

    /// A sentence for the user.
    pub fn say(&mut self, text: &str) {
        self.console.say(text);
    }

    /// Adds a client, under the name the user knows it by.
    pub fn add(&mut self, name: &str, client: RunningClient) {
        self.names.push(name.to_owned());
        self.clients.push(client);
        self.calls.push(None);
        self.progress.push(None);
    }

    /// Takes charge of the file that calls are recorded in: it is closed at the end of the run.
    pub fn record(&mut self, file: CallFile) {
        self.recording = Some(file);
    }

    /// Takes charge of the file that certificates of servers are kept in.
    pub fn keep_certificates_in(&mut self, pins: ServerPins) {
        self.pins = Some(pins);
    }

    /// One that cannot be kept is a first one again the next time.
    fn keep_certificate(&mut self, server: &str, certificate: CertificateFingerprint) {
        let kept = self.pins.as_ref().map(|pins| pins.keep(server, certificate));
        if let Some(Err(error)) = kept {
            self.console.say(&format!("warning: {error}"));
        }
    }

    /// Where the calls of the client that the user knows by `name` are recorded, if they are.
    pub fn recording_of(&self, name: &str) -> Option<CallWriter> {
        self.recording.as_ref().map(|file| file.writer(name))
    }

    /// Runs the script to its end, and stops the clients.
    pub fn run(mut self, script: &mut dyn Script) -> Outcome {
        script.begin(self.clock.now());
        let result = loop {
            if let Some(result) = self.take_steps(script) {
                break result;
            }
            self.wait(script);
        };
        self.console.end_progress();
        let (loops, crossings) = self.clients.drain(..).map(RunningClient::stop).unzip();
        self.end_recording();
        while let Ok(event) = self.events.try_recv() {
            if let ProgramEvent::CallOver { client, call } = event {
                self.keep(client, *call);
            }
        }
        Outcome { result, calls: self.calls, loops, crossings }
    }

    /// A recording that ended early is told, and is no failure of the call.
    fn end_recording(&mut self) {
        if let Some(file) = self.recording.take() {
            let text = file.finish().unwrap_or_else(|fault| format!("warning: {fault}"));
            self.console.say(&text);
        }
    }

    /// Does what the script wants; the result once it is at its end.
    fn take_steps(&mut self, script: &mut dyn Script) -> Option<Result<(), String>> {
        if let Some(fault) = self.fault.take() {
            return Some(Err(fault));
        }
        while let Some(step) = script.poll_step() {
            match step {
                Step::Command { client, command } => {
                    if let Some(client) = self.clients.get(client) {
                        client.command(command);
                    }
                }
                Step::Say(text) => self.console.say(&text),
                Step::Print(text) => self.console.print(&text),
                Step::KeepCertificate { server, certificate } => {
                    self.keep_certificate(&server, certificate);
                }
                Step::Finish(result) => return Some(result),
            }
        }
        None
    }

    /// Waits for an event or the next time at which something is due.
    fn wait(&mut self, script: &mut dyn Script) {
        let now = self.clock.now();
        let due = [script.deadline(), self.next_progress].into_iter().flatten().min();
        let event = match due {
            Some(at) => self.events.recv_timeout(at - now),
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        let now = self.clock.now();
        if let Ok(event) = event {
            self.hand_over(now, event, script);
        }
        if script.deadline().is_some_and(|at| at <= now) {
            script.handle_timeout(now);
        }
        if self.next_progress.is_some_and(|at| at <= now) {
            self.next_progress = Some(now + PROGRESS_INTERVAL);
            for client in &self.clients {
                client.command(ClientCommand::Progress);
            }
        }
    }

    fn hand_over(&mut self, now: Time, event: ProgramEvent, script: &mut dyn Script) {
        match event {
            ProgramEvent::Client { client, event } => {
                self.follow_client(now, client, &event);
                script.handle_event(now, client, &event);
            }
            ProgramEvent::CallOver { client, call } => {
                script.handle_call_over(now, client, &call.end);
                self.keep(client, *call);
            }
            ProgramEvent::Line(Ok(line), _place) => script.handle_line(now, &line),
            ProgramEvent::Line(Err(why), _place) => script.handle_bad_line(now, &why),
            ProgramEvent::EndOfInput => script.handle_end_of_input(now),
            ProgramEvent::Interrupted => script.interrupt(now),
        }
    }

    fn follow_client(&mut self, now: Time, client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::Connected => {
                self.next_progress.get_or_insert(now + PROGRESS_INTERVAL);
            }
            ClientEvent::Ended => {
                let name = self.names.get(client).map_or("", String::as_str);
                self.fault = Some(format!("the client {name} has ended unexpectedly"));
            }
            ClientEvent::RecordingFault(text) | ClientEvent::NamesFault(text) => {
                self.console.say(text);
            }
            ClientEvent::Progress(summary) => {
                if let Some(place) = self.progress.get_mut(client) {
                    *place = Some(summary.clone());
                }
                if client + 1 == self.clients.len() {
                    self.show_progress();
                }
            }
            _ => {}
        }
    }

    fn show_progress(&mut self) {
        let known = self.names.iter().zip(&self.progress);
        let parts = known.filter_map(|(name, summary)| {
            let summary = summary.as_ref()?;
            let (sent, received) = (summary.frames_sent, summary.frames_received);
            Some(format!("{name}: {sent} frames sent, {received} received"))
        });
        let parts: Vec<String> = parts.collect();
        let lasted = self.progress.iter().flatten().map(|summary| summary.lasted.as_secs()).max();
        let seconds = lasted.unwrap_or(0);
        self.console.progress(&format!("{seconds:>3} s  {}", parts.join("   ")));
    }

    fn keep(&mut self, client: usize, call: FinishedCall) {
        if let Some(place) = self.calls.get_mut(client) {
            place.get_or_insert(call);
        }
        if self.calls.iter().all(Option::is_some) {
            self.next_progress = None;
        }
    }
}
