//! Starting what runs behind the window.

use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};

use roomrtc_core::crypto::Certificate;
use roomrtc_io_mio::{CommandSender, LoopConfig};
use roomrtc_media::encoder::EncoderConfig;
use roomrtc_media::picture::PictureFeed;
use roomrtc_media::time::WallClock;

use super::call_recordings::CallRecordings;
use super::camera_watch::CameraWatch;
use super::ground::Ground;
use super::preview::Preview;
use super::translating::news_of;
use super::{NewsSender, Runtime, RuntimeError, RuntimeOptions, opening};
use crate::client::{ClientCommand, EventSender, MediaSettings, ProgramEvent, RunningClient};
use crate::desktop::{Kept, News};
use crate::identity::OwnIdentity;
use crate::settings::Keeper;

/// Most news that wait for the window.
const MOST_NEWS: usize = 1_024;

impl Runtime {
    /// Starts it: a client without a server, and a watch on cameras. `waker` is called on any thread
    /// when there is news or a new picture to look at, and must not wait.
    ///
    /// # Errors
    /// [`RuntimeError`] if sockets, threads or randomness cannot be had. What else fails is news.
    pub fn start(
        options: RuntimeOptions,
        waker: impl Fn() + Send + Sync + 'static,
    ) -> Result<Runtime, RuntimeError> {
        let (sender, news) = sync_channel(MOST_NEWS);
        let sender = NewsSender::new(sender, Arc::new(waker));
        let (own, remote, previewed) = (sender.feed(), sender.feed(), sender.feed());
        let ground = Ground::new(&options, sender)?;
        let recordings = recordings(&ground);
        let client = start_client(&options, &ground, &recordings, [&own, &remote])?;
        let preview = Preview::start(ground.news.clone(), previewed.clone())?;
        Ok(Runtime {
            watch: watch_cameras(&options, &ground),
            keeper: start_keeper(&ground)?,
            client: Some(client),
            preview,
            room: Arc::default(),
            room_wish: Arc::default(),
            connect_wish: Arc::default(),
            recordings,
            news,
            own,
            remote,
            previewed,
            ground,
        })
    }
}

fn recordings(ground: &Ground) -> Arc<CallRecordings> {
    let folder = ground.folders.as_ref().map(|folders| folders.recordings.clone());
    Arc::new(CallRecordings::new(folder))
}

fn start_keeper(ground: &Ground) -> Result<Option<Keeper>, RuntimeError> {
    let Some(folders) = &ground.folders else { return Ok(None) };
    let news = ground.news.clone();
    let keeper = Keeper::start(&folders.settings, move |kept| news.tell(News::NotKept(kept)));
    Ok(Some(keeper?))
}

/// One that cannot be kept lasts for this start, which is news.
fn own_certificate(ground: &Ground) -> Certificate {
    let now = i64::try_from(ground.clock.unix_at_zero().as_secs()).unwrap_or(i64::MAX);
    let secret = ground.seed.derive("identity");
    let Some(folders) = &ground.folders else {
        return OwnIdentity::fleeting(now, &secret);
    };
    let identity = OwnIdentity::new(&folders.settings);
    if identity.close_to_others().is_ok_and(|was_open| was_open) {
        tracing::warn!("the certificate of this installation could be read by others");
        ground.news.tell(News::IdentityWasOpen { path: identity.path().to_owned() });
    }
    identity.certificate(now, &secret).unwrap_or_else(|error| {
        tracing::warn!(%error, "this start has a certificate of its own");
        ground.news.tell(News::NotKept(Kept::OwnCertificate));
        OwnIdentity::fleeting(now, &secret)
    })
}

fn start_client(
    options: &RuntimeOptions,
    ground: &Ground,
    recordings: &Arc<CallRecordings>,
    feeds: [&PictureFeed; 2],
) -> Result<RunningClient, RuntimeError> {
    let mut settings = ground.client_settings("client");
    settings.peer.certificate = Some(own_certificate(ground));
    if ground.records_calls() {
        settings.recording = recordings.prepare();
    }
    let media = media(options, ground, feeds);
    let config = LoopConfig { multicast_dns: true, ..ground.loop_config() };
    let commands = Arc::default();
    let events = follow(ground, recordings, &commands);
    let client = RunningClient::start("call", config, settings, media, events)?;
    *commands.lock().unwrap_or_else(PoisonError::into_inner) = Some(client.commands());
    Ok(client)
}

fn media(
    options: &RuntimeOptions,
    ground: &Ground,
    [own, remote]: [&PictureFeed; 2],
) -> MediaSettings {
    let source = &options.settings.source;
    let (bits_per_second, draws_block_code) = (ground.source_settings.bits_per_second, false);
    MediaSettings {
        clock: WallClock::new(),
        source: opening::factory(source, &ground.sources, ground.source_settings),
        encoder: EncoderConfig { bits_per_second, draws_block_code, ..EncoderConfig::default() },
        reference: None,
        save: None,
        frames: None,
        compared_size: None,
        own: Some(own.clone()),
        remote: Some(remote.clone()),
    }
}

/// The way in for commands, once there is one.
type Commands = Arc<Mutex<Option<CommandSender<ClientCommand>>>>;

/// Hands on what the client tells; ends the media of a call that is over.
fn follow(ground: &Ground, recordings: &Arc<CallRecordings>, commands: &Commands) -> EventSender {
    let (ground, recordings) = (ground.clone(), Arc::clone(recordings));
    let commands = Arc::clone(commands);
    EventSender::calling(0, move |event| match event {
        ProgramEvent::Client { event, .. } => {
            if let Some(news) = news_of(event) {
                ground.news.tell(news);
            }
        }
        ProgramEvent::CallOver { call, .. } => {
            let (end, summary) = (call.end.clone(), call.summary.clone());
            ground.news.tell(News::CallOver { end, summary });
            let (recordings, commands) = (Arc::clone(&recordings), Arc::clone(&commands));
            let records = ground.records_calls();
            ground.aside("closing", move || {
                let writer = if records { recordings.prepare() } else { None };
                let commands = commands.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(commands) = &*commands
                    && let Err(error) = commands.send(ClientCommand::RecordIn(writer))
                {
                    tracing::debug!(%error, "no more calls are recorded");
                }
                drop(commands);
                call.finish();
                tracing::info!("the call's source and codecs are closed");
            });
        }
        ProgramEvent::Line(..) | ProgramEvent::EndOfInput | ProgramEvent::Interrupted => {}
    })
}

/// Without a watch the cameras of the start are all that is known.
fn watch_cameras(options: &RuntimeOptions, ground: &Ground) -> Option<CameraWatch> {
    let (sources, news) = (Arc::clone(&ground.sources), ground.news.clone());
    let mut known = None;
    let look = move || {
        let cameras = sources.cameras();
        if known.as_ref() != Some(&cameras) {
            news.tell(News::Cameras(cameras.clone()));
            known = Some(cameras);
        }
    };
    match CameraWatch::start(&options.device_folder, look) {
        Ok(watch) => Some(watch),
        Err(error) => {
            tracing::warn!(%error, "cameras that come and go are not seen");
            let (sources, news) = (Arc::clone(&ground.sources), ground.news.clone());
            ground.aside("cameras", move || news.tell(News::Cameras(sources.cameras())));
            None
        }
    }
}
