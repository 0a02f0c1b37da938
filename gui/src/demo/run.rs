//! Running the demo.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use roomrtc_core::base::Seed;
use roomrtc_core::session::PeerConfig;
use roomrtc_io_mio::{CertificateFingerprint, Clock, StreamSecurity, thread_cpu};
use roomrtc_media::source::{SourceChoice, open_reference};
use roomrtc_media::time::WallClock;
use roomrtc_server::{Server, ServerConfig, ServerHandle, StoreLocation};

use super::demo_script::NAMES;
use super::{DemoScript, Terms, judge};
use crate::cli::{DemoOptions, LocalBinding, MediaOptions};
use crate::client::{ClientSettings, RunningClient, ServerAddress};
use crate::program::{
    Failure, Results, Runner, first_seed, loop_config, media_settings, own_source, start_recording,
};

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The one whose network may be made bad: alice. That is bob's only way, too.
const IMPAIRED: usize = 0;

/// How long the two talk unless told otherwise.
const TALK: Duration = Duration::from_secs(5);

/// Runs `roomrtc demo`.
///
/// # Errors
/// [`Failure`] if it could not begin, the call did not take its course, or a side did not decode
/// the video it should have.
pub fn run(options: &DemoOptions) -> Result<(), Failure> {
    let (clock, wall) = (Clock::start(), WallClock::new());
    let seed = first_seed(options.run.seed)?;
    let mut runner = Runner::new(clock)?;
    let (address, server) = start_server()?;
    runner.say(&format!("a signalling server listens on {}", address.address));
    start_recording(&options.run.recording, &mut runner)?;
    let impairment = options.impairment.impairment();
    if let Some(impairment) = &impairment {
        runner.say(&impairment.sentence(NAMES[IMPAIRED]));
    }
    for index in 0..NAMES.len() {
        start_client(index, options, &seed, (clock, wall), &mut runner)?;
    }
    let talk = options.run.seconds.map_or(TALK, |seconds| seconds.0);
    let mut outcome = runner.run(&mut DemoScript::new(address, passwords(&seed), talk));
    stop_server(server);
    let result = std::mem::replace(&mut outcome.result, Ok(()));
    let results = Results::collect(&NAMES, outcome);
    results.show();
    let written = results.write(&options.run);
    result.map_err(Failure::Run)?;
    let terms = Terms { is_compared: is_compared(options), is_impaired: impairment.is_some() };
    judge(&results.report, terms).map_err(Failure::Run).and(written)
}

fn start_server() -> Result<(ServerAddress, (ServerHandle, JoinHandle<()>)), Failure> {
    let config = ServerConfig::new(SocketAddr::new(LOOPBACK, 0), StoreLocation::Memory);
    let mut server = Server::bind(config).map_err(Failure::start)?;
    let handle = server.handle();
    let pin = Some(CertificateFingerprint::new(server.fingerprint().0));
    let security = StreamSecurity::Tls { pin };
    let address = ServerAddress { address: server.local_addr(), security };
    let thread = thread::Builder::new().name("server".into()).spawn(move || {
        if let Err(error) = server.run() {
            tracing::error!(%error, "the server has ended");
        }
    });
    Ok((address, (handle, thread.map_err(Failure::start)?)))
}

fn stop_server((handle, thread): (ServerHandle, JoinHandle<()>)) {
    tracing::debug!(cpu = ?thread_cpu(), "CPU time by thread");
    // A server that cannot be woken ends with the process.
    if handle.stop().is_ok() {
        let _ = thread.join();
    }
}

fn start_client(
    index: usize,
    options: &DemoOptions,
    seed: &Seed,
    (clock, wall): (Clock, WallClock),
    runner: &mut Runner,
) -> Result<(), Failure> {
    let own = media_of(index, &options.media);
    let source = own_source(&own, &mut |text| runner.say(&text))?;
    let mut media = media_settings(&own, wall, source, true);
    media.reference = open_reference(&media_of(1 - index, &options.media).source());
    let peer = PeerConfig { unix_time: clock.unix_at_zero(), ..PeerConfig::default() };
    let (seed, recording) = (seed.derive(NAMES[index]), runner.recording_of(NAMES[index]));
    let impairment = options.impairment.impairment().filter(|_| index == IMPAIRED);
    let settings = ClientSettings {
        peer,
        seed,
        no_trickle: false,
        is_polite: false,
        hide_addresses: options.hide_addresses,
        recording,
        impairment,
    };
    let config = loop_config(clock, Some(LocalBinding { ip: LOOPBACK, port: 0 }));
    let events = runner.next_events();
    let client = RunningClient::start(NAMES[index], config, settings, media, events)
        .map_err(Failure::start)?;
    runner.add(NAMES[index], client);
    Ok(())
}

/// A camera can be open once: alice has it, and bob sends the test card.
fn media_of(index: usize, options: &MediaOptions) -> MediaOptions {
    let camera = options.camera.filter(|_| index == 0);
    MediaOptions { camera, ..options.clone() }
}

/// Each account lives as long as the demo.
fn passwords(seed: &Seed) -> [String; 2] {
    NAMES.map(|name| format!("{:016x}", seed.derive(name).stream("password").next_u64()))
}

/// Whether all that is sent is drawn by the source: then pictures must tell which they are.
fn is_compared(options: &DemoOptions) -> bool {
    match options.media.source() {
        SourceChoice::TestCard => true,
        SourceChoice::Camera(_) | SourceChoice::Screen | SourceChoice::Window(_) => false,
        choice @ SourceChoice::File(_) => open_reference(&choice).is_some(),
    }
}
