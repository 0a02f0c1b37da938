//! A client's thread as the main thread sees it.

use std::thread::{self, JoinHandle};

use roomrtc_io_mio::{CommandSender, EventLoop, LoopConfig, LoopStatistics};

use super::end_notice::EndNotice;
use super::files::Files;
use super::media_link::MediaLink;
use super::{
    Client, ClientCommand, ClientSettings, ClientThread, EventSender, MediaSettings, StartError,
};
use crate::impairment::{Crossing, Impaired};

/// A client on its thread.
#[derive(Debug)]
pub struct RunningClient {
    commands: CommandSender<ClientCommand>,
    thread: JoinHandle<(LoopStatistics, Option<Crossing>)>,
}

impl RunningClient {
    /// Starts a client: its event loop under `name` with `-loop` behind, its sockets, and the
    /// files to write to. The media's threads start with the call.
    ///
    /// # Errors
    /// [`StartError`] if a socket, the file or the thread cannot be had.
    pub fn start(
        name: &str,
        config: LoopConfig,
        mut settings: ClientSettings,
        media: MediaSettings,
        events: EventSender,
    ) -> Result<RunningClient, StartError> {
        let files = Files::create(&media)?;
        let (event_loop, commands) = EventLoop::new(config)?;
        let link = MediaLink::new(name, media, files, commands.clone(), events.clone());
        let notice = EndNotice(events.clone());
        let impairment = settings.impairment.take();
        let seed = settings.seed.derive("impairment");
        let client = ClientThread::new(Client::new(settings), link, events);
        let thread = thread::Builder::new().name(format!("{name}-loop"));
        let thread = thread.spawn(move || {
            let _told_when_dropped = notice;
            let Some(impairment) = impairment else {
                return (event_loop.run(client).1, None);
            };
            let (client, counted) = event_loop.run(Impaired::new(client, impairment, &seed));
            (counted, Some(client.crossing()))
        });
        let thread = thread.map_err(StartError::Thread)?;
        Ok(RunningClient { commands, thread })
    }

    /// Asks the client to do something, and waits for room where it is far behind. Lost if it has
    /// ended.
    pub fn command(&self, command: ClientCommand) {
        if let Err(error) = self.commands.send_patiently(command) {
            tracing::warn!(%error, "a command was not taken");
        }
    }

    /// The way in for commands of other threads.
    pub fn commands(&self) -> CommandSender<ClientCommand> {
        self.commands.clone()
    }

    /// Asks the client to do something, and never waits. Returns false where it is far behind or has
    /// ended: then the command is lost.
    pub fn try_command(&self, command: ClientCommand) -> bool {
        let sent = self.commands.send(command);
        if let Err(error) = &sent {
            tracing::warn!(%error, "a command was not taken");
        }
        sent.is_ok()
    }

    /// Waits for the thread of a client that was told to end: what its loop has counted.
    pub fn join(self) -> LoopStatistics {
        // A panic on that thread has already been printed there.
        self.thread.join().unwrap_or_default().0
    }

    /// Ends the client: what its loop has counted, and what became of its datagrams where they were
    /// impaired on purpose.
    pub fn stop(self) -> (LoopStatistics, Option<Crossing>) {
        self.command(ClientCommand::Stop);
        // A panic on that thread has already been printed there.
        let counted = self.thread.join().unwrap_or_default();
        tracing::info!(counted = ?counted, "the event loop has ended");
        counted
    }
}
