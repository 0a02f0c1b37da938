//! A server in a thread of its own.

use std::net::SocketAddr;
use std::path::Path;
use std::thread::JoinHandle;

use roomrtc_server::accounts::PasswordCost;
use roomrtc_server::{Server, ServerConfig, ServerHandle, StoreLocation};

/// A server on a free port, stopped when this is dropped.
pub(super) struct RunningServer {
    pub(super) address: SocketAddr,
    handle: ServerHandle,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl RunningServer {
    /// The settings of a server for a test.
    pub(super) fn config(store: StoreLocation) -> ServerConfig {
        let config = ServerConfig::new(SocketAddr::from(([127, 0, 0, 1], 0)), store);
        ServerConfig { password_cost: PasswordCost::LEAST, ..config }
    }

    pub(super) fn start() -> RunningServer {
        RunningServer::with(RunningServer::config(StoreLocation::Memory))
    }

    pub(super) fn in_directory(path: &Path) -> RunningServer {
        RunningServer::with(RunningServer::config(StoreLocation::Directory(path.to_owned())))
    }

    pub(super) fn with(config: ServerConfig) -> RunningServer {
        let mut server = Server::bind(config).expect("bound");
        let (address, handle) = (server.local_addr(), server.handle());
        let thread = Some(std::thread::spawn(move || server.run()));
        RunningServer { address, handle, thread }
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        let stopped = self.handle.stop();
        let ended = self.thread.take().map(JoinHandle::join);
        if !std::thread::panicking() {
            stopped.expect("woken");
            ended.expect("a thread").expect("no panic").expect("no error");
        }
    }
}
