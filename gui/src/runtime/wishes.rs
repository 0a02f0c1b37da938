//! What is done at a desktop's wish, each returning at once.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use roomrtc_io_mio::{StreamSecurity, resolve};

use super::ground::Ground;
use super::{Runtime, opening};
use crate::client::{ClientCommand, RunningClient, ServerAddress};
use crate::desktop::{News, Settings, SharedWindow, SourceChoice};

/// Most addresses of a server that are asked for our own address.
const MOST_STUN_ADDRESSES: usize = 4;

impl Runtime {
    /// A command that is lost is one too many for a client that is far behind.
    pub(super) fn command(&self, command: ClientCommand) {
        if matches!(command, ClientCommand::Disconnect | ClientCommand::Leave | ClientCommand::Stop)
        {
            self.connect_wish.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(client) = &self.client {
            client.try_command(command);
        }
    }

    /// The resolver may take as long as it likes.
    pub(super) fn connect(&self, server: String, security: StreamSecurity) {
        let wish = self.connect_wish.fetch_add(1, Ordering::Relaxed) + 1;
        let (wishes, news) = (Arc::clone(&self.connect_wish), self.ground.news.clone());
        let Some(commands) = self.client.as_ref().map(RunningClient::commands) else { return };
        self.ground.aside(Ground::RESOLVING, move || {
            let found = resolve(&server);
            if wishes.load(Ordering::Relaxed) != wish {
                return;
            }
            let address = found.as_ref().ok().and_then(|found| found.first().copied());
            let (Some(address), Ok(mut stun)) = (address, found) else {
                tracing::warn!(server, "the server has no address");
                return news.tell(News::ServerNameUnknown { server });
            };
            stun.truncate(MOST_STUN_ADDRESSES);
            let server = ServerAddress { address, security };
            for command in [ClientCommand::AskStunServers(stun), ClientCommand::Connect(server)] {
                if let Err(error) = commands.send(command) {
                    tracing::warn!(%error, "not connected");
                }
            }
        });
    }

    /// What calls send from here on.
    pub(super) fn choose(&self, choice: &SourceChoice) {
        let Ground { sources, source_settings, .. } = &self.ground;
        let source = opening::factory(choice, sources, *source_settings);
        self.command(ClientCommand::SetSource(source));
    }

    pub(super) fn start_preview(&self, choice: &SourceChoice) {
        let Ground { sources, source_settings, news, .. } = &self.ground;
        let news = news.clone();
        let tell = move |formats| news.tell(News::CameraFormats(formats));
        let source = opening::factory_for_preview(choice, sources, *source_settings, tell);
        self.preview.show(source.as_ref());
    }

    pub(super) fn list_windows(&self) {
        let (sources, news) = (Arc::clone(&self.ground.sources), self.ground.news.clone());
        self.ground.aside("windows", move || {
            let windows = sources.windows().unwrap_or_else(|error| {
                tracing::warn!(%error, "no windows can be listed");
                Vec::new()
            });
            let shared = windows.into_iter().map(|it| SharedWindow { id: it.id, title: it.title });
            news.tell(News::Windows(shared.collect()));
        });
    }

    pub(super) fn follow_settings(&self, settings: &Settings) {
        if !self.ground.record_calls(settings.records_calls) {
            return;
        }
        let Some(commands) = self.client.as_ref().map(RunningClient::commands) else { return };
        let (recordings, records) = (Arc::clone(&self.recordings), settings.records_calls);
        self.ground.aside("recordings", move || {
            let writer = if records { recordings.prepare() } else { None };
            if let Err(error) = commands.send(ClientCommand::RecordIn(writer)) {
                tracing::warn!(%error, "recordings stay as they are");
            }
        });
    }

    /// Starting takes a moment: accounts are opened, passwords hashed.
    pub(super) fn start_room(&self) {
        let wish = self.room_wish.fetch_add(1, Ordering::Relaxed) + 1;
        let (wishes, room) = (Arc::clone(&self.room_wish), Arc::clone(&self.room));
        let (ground, news) = (self.ground.clone(), self.ground.news.clone());
        self.ground.aside("here", move || {
            let mut room = room.lock().unwrap_or_else(PoisonError::into_inner);
            // What was there is ended first: its folder is locked.
            *room = None;
            if wishes.load(Ordering::Relaxed) != wish {
                return;
            }
            match ground.local_room() {
                Ok(started) => *room = Some(started),
                Err(error) => {
                    tracing::warn!(%error, "nothing can be tried here");
                    news.tell(News::LocalServer(Err(error.problem())));
                }
            }
        });
    }

    pub(super) fn stop_room(&self) {
        let wish = self.room_wish.fetch_add(1, Ordering::Relaxed) + 1;
        let (wishes, room) = (Arc::clone(&self.room_wish), Arc::clone(&self.room));
        self.ground.aside("here", move || {
            let mut room = room.lock().unwrap_or_else(PoisonError::into_inner);
            // One that was started since has ended what was there before.
            if wishes.load(Ordering::Relaxed) == wish {
                *room = None;
            }
        });
    }
}
