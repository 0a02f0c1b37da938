//! A server in a thread of its own.

use std::net::SocketAddr;
use std::thread::JoinHandle;

use roomrtc_server::accounts::PasswordCost;
use roomrtc_server::transport::tls::Fingerprint;
use roomrtc_server::{Server, ServerConfig, ServerHandle, StoreLocation};

use crate::wire;

/// A server on a free port, stopped when this is dropped.
pub(crate) struct RunningServer {
    pub(crate) address: SocketAddr,
    pub(crate) metrics: SocketAddr,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) handle: ServerHandle,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl RunningServer {
    /// The settings of a server for a test.
    pub(crate) fn config() -> ServerConfig {
        let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut config = ServerConfig::new(loopback, StoreLocation::Memory);
        config.password_cost = PasswordCost::LEAST;
        config.metrics = Some(loopback);
        config
    }

    pub(crate) fn start() -> RunningServer {
        RunningServer::with(RunningServer::config())
    }

    pub(crate) fn with(config: ServerConfig) -> RunningServer {
        let mut server = Server::bind(config).expect("bound");
        let mut address = server.local_addr();
        // A server on all addresses is reached on this one.
        if address.ip().is_unspecified() {
            address.set_ip([127, 0, 0, 1].into());
        }
        let metrics = server.metrics_addr().expect("metrics are told");
        let (fingerprint, handle) = (server.fingerprint(), server.handle());
        let thread = Some(std::thread::spawn(move || server.run()));
        RunningServer { address, metrics, fingerprint, handle, thread }
    }

    /// What the operator is told at `path`: the status, and the content.
    pub(crate) fn inspect(&self, path: &str) -> (u16, String) {
        wire::get(self.metrics, path)
    }

    /// The value of a metric; 0 where it was never counted.
    pub(crate) fn metric(&self, name: &str) -> f64 {
        let (_, text) = self.inspect("/metrics");
        let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        value.map_or(0.0, |value| value.parse().expect("a number"))
    }

    /// Waits until a metric is as `wanted`.
    pub(crate) fn wait_for_metric(&self, name: &str, wanted: impl Fn(f64) -> bool) {
        wire::wait_until(name, || wanted(self.metric(name)));
    }

    /// Waits until the server has ended by itself.
    pub(crate) fn join(mut self) {
        let ended = self.thread.take().map(JoinHandle::join);
        ended.expect("a thread").expect("no panic").expect("no error");
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else {
            return;
        };
        let stopped = self.handle.stop();
        let ended = thread.join();
        if !std::thread::panicking() {
            stopped.expect("woken");
            ended.expect("no panic").expect("no error");
        }
    }
}
