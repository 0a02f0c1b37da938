//! The echo contact and its threads.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use roomrtc_core::signaling::Credentials;
use roomrtc_io_mio::LoopConfig;
use roomrtc_media::encoder::EncoderConfig;
use roomrtc_media::picture::PictureFeed;
use roomrtc_media::time::WallClock;

use super::echo_script::EchoScript;
use super::echo_source::EchoSource;
use crate::client::{
    ClientCommand, ClientSettings, EventSender, MediaSettings, ProgramEvent, RunningClient,
    ServerAddress, SourceFactory, StartError,
};

/// Most events that wait for the contact's thread.
const MOST_EVENTS: usize = 256;

/// A contact that accepts every call and sends the caller's pictures back.
#[derive(Debug)]
pub(in crate::runtime) struct EchoContact {
    /// Nothing comes through here but the wish to end.
    stop: SyncSender<ProgramEvent>,
    thread: Option<JoinHandle<()>>,
}

impl EchoContact {
    /// Starts it: it makes an account for `guest` and one of its own at this server. `ready` is called
    /// once, when it is there for calls or cannot be.
    ///
    /// # Errors
    /// [`StartError`] if its sockets or threads cannot be had.
    pub(in crate::runtime) fn start(
        server: ServerAddress,
        (guest, own): (Credentials, Credentials),
        config: LoopConfig,
        settings: ClientSettings,
        bits_per_second: u32,
        ready: impl FnOnce(Result<(), String>) + Send + 'static,
    ) -> Result<EchoContact, StartError> {
        let (sender, events) = sync_channel(MOST_EVENTS);
        let own_events = EventSender::new(0, sender.clone());
        let media = media(bits_per_second);
        let client = RunningClient::start("echo", config, settings, media, own_events)?;
        client.command(ClientCommand::Connect(server));
        let script = EchoScript::new(guest, own);
        let thread = thread::Builder::new().name("echo".into());
        let thread = thread.spawn(move || run(client, script, &events, ready));
        let thread = Some(thread.map_err(StartError::Thread)?);
        Ok(EchoContact { stop: sender, thread })
    }
}

/// Follows the client until the contact is to end.
fn run(
    client: RunningClient,
    mut script: EchoScript,
    events: &Receiver<ProgramEvent>,
    ready: impl FnOnce(Result<(), String>),
) {
    let mut ready = Some(ready);
    for event in events {
        match event {
            ProgramEvent::Client { event, .. } => script.hear(&event),
            ProgramEvent::CallOver { call, .. } => {
                tracing::info!(end = %call.end, "the echo's call is over");
                call.finish();
            }
            _ => break,
        }
        while let Some(command) = script.poll_command() {
            client.command(command);
        }
        if let Some((outcome, ready)) =
            script.take_outcome().and_then(|it| Some((it, ready.take()?)))
        {
            ready(outcome);
        }
    }
    client.command(ClientCommand::Leave);
    client.join();
}

/// What is received is shown to the source of what is sent.
fn media(bits_per_second: u32) -> MediaSettings {
    let feed = PictureFeed::default();
    let shown = feed.clone();
    let source = SourceFactory::new(move || Ok(Box::new(EchoSource::new(shown.clone()))));
    let draws_block_code = false;
    MediaSettings {
        clock: WallClock::new(),
        source: Some(source),
        encoder: EncoderConfig { bits_per_second, draws_block_code, ..EncoderConfig::default() },
        reference: None,
        save: None,
        frames: None,
        compared_size: None,
        own: None,
        remote: Some(feed),
    }
}

impl Drop for EchoContact {
    /// Waits for its threads.
    fn drop(&mut self) {
        let _ = self.stop.send(ProgramEvent::Interrupted);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
