//! The local server and its echo contact.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use roomrtc_core::base::Seed;
use roomrtc_core::signaling::Credentials;
use roomrtc_io_mio::{CertificateFingerprint, LoopConfig, StreamSecurity};
use roomrtc_server::{Server, ServerConfig, ServerHandle, StoreLocation};

use super::{LocalAccounts, LocalError};
use crate::client::{ClientSettings, ServerAddress};
use crate::desktop::{LocalServer, LocalServerProblem, News};
use crate::runtime::NewsSender;
use crate::runtime::echo::EchoContact;

/// The local server and its echo contact. Dropping it ends both, and waits for that.
#[derive(Debug)]
pub(in crate::runtime) struct LocalRoom {
    echo: Option<EchoContact>,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl LocalRoom {
    /// How long the server may take to end.
    const DRAIN_TIMEOUT: Duration = Duration::from_secs(1);

    /// Starts both, with their accounts in this folder. News follows when the contact is there for
    /// calls, or cannot be.
    ///
    /// # Errors
    /// [`LocalError`] if one of the two does not start.
    pub(in crate::runtime) fn start(
        folder: &Path,
        secret: &Seed,
        config: LoopConfig,
        settings: ClientSettings,
        bits_per_second: u32,
        news: NewsSender,
    ) -> Result<LocalRoom, LocalError> {
        let accounts = LocalAccounts::keep(folder, secret)?;
        let server = bind(folder)?;
        let (handle, address) = (server.handle(), server.local_addr());
        let certificate = CertificateFingerprint::new(server.fingerprint().0);
        let thread = serve(server, news.clone())?;
        let security = StreamSecurity::Tls { pin: Some(certificate) };
        let told = described(address, certificate, accounts.guest());
        let ready = move |outcome| news.tell(readiness(outcome, told));
        let (address, credentials) =
            (ServerAddress { address, security }, (accounts.guest(), accounts.echo()));
        let echo =
            EchoContact::start(address, credentials, config, settings, bits_per_second, ready);
        match echo {
            Ok(echo) => Ok(LocalRoom { echo: Some(echo), handle, thread: Some(thread) }),
            Err(error) => {
                end(&handle, Some(thread));
                Err(error.into())
            }
        }
    }
}

fn bind(folder: &Path) -> Result<Server, LocalError> {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let store = StoreLocation::Directory(folder.join("accounts"));
    Ok(Server::bind(ServerConfig {
        workers: 1,
        drain_timeout: LocalRoom::DRAIN_TIMEOUT,
        ..ServerConfig::new(listen, store)
    })?)
}

fn readiness(outcome: Result<(), String>, server: LocalServer) -> News {
    News::LocalServer(outcome.map(|()| server).map_err(|why| {
        tracing::warn!(why, "the echo contact cannot be called");
        LocalServerProblem::Echo
    }))
}

fn described(
    address: SocketAddr,
    certificate: CertificateFingerprint,
    credentials: Credentials,
) -> LocalServer {
    let (server, echo) = (address.to_string(), LocalAccounts::ECHO.to_owned());
    LocalServer { server, certificate, credentials, echo }
}

/// One that ends by itself is news.
fn serve(mut server: Server, news: NewsSender) -> std::io::Result<JoinHandle<()>> {
    thread::Builder::new().name("server".into()).spawn(move || {
        if let Err(error) = server.run() {
            tracing::error!(%error, "the server of this machine has ended");
            news.tell(News::LocalServer(Err(LocalServerProblem::Ended)));
        }
    })
}

fn end(handle: &ServerHandle, thread: Option<JoinHandle<()>>) {
    // A server that cannot be woken ends with the process.
    if handle.stop().is_ok()
        && let Some(thread) = thread
    {
        let _ = thread.join();
    }
}

impl Drop for LocalRoom {
    fn drop(&mut self) {
        // First, so that it can say goodbye.
        drop(self.echo.take());
        end(&self.handle, self.thread.take());
    }
}
