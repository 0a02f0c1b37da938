//! A path that loses datagrams.

use std::net::{SocketAddr, UdpSocket};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

/// Stands between a client and a server on loopback, and loses one datagram of either direction. Its
/// threads end when it is dropped.
#[derive(Debug)]
pub(super) struct LossyProxy {
    /// What the client talks to.
    front: Arc<UdpSocket>,
    /// How many it has lost. Its threads end when this is gone.
    lost: Arc<AtomicUsize>,
    /// The number of the datagram that it loses.
    doomed: Arc<AtomicUsize>,
}

/// How often its threads look whether they are still needed.
const TURN: Duration = Duration::from_millis(50);

impl LossyProxy {
    /// In front of `server`: the datagram with this number is lost, each way.
    pub(super) fn start(server: SocketAddr, number: usize) -> LossyProxy {
        let [front, back] = [(); 2].map(|()| {
            let socket = UdpSocket::bind("127.0.0.1:0").expect("a socket");
            socket.set_read_timeout(Some(TURN)).expect("a timeout");
            Arc::new(socket)
        });
        let proxy = LossyProxy { front, lost: Arc::default(), doomed: Arc::new(number.into()) };
        let client = Arc::new(OnceLock::new());
        let (out, known) = (back.clone(), client.clone());
        proxy.carry(&proxy.front, move |datagram, from| {
            known.get_or_init(|| from);
            let _ = out.send_to(datagram, server);
        });
        let out = proxy.front.clone();
        proxy.carry(&back, move |datagram, _| {
            if let Some(client) = client.get() {
                let _ = out.send_to(datagram, client);
            }
        });
        proxy
    }

    /// The port that the client is to talk to.
    pub(super) fn port(&self) -> u16 {
        self.front.local_addr().expect("bound").port()
    }

    /// How many datagrams it has lost.
    pub(super) fn lost(&self) -> usize {
        self.lost.load(Ordering::Relaxed)
    }

    /// From now on everything arrives.
    pub(super) fn stop_losing(&self) {
        self.doomed.store(usize::MAX, Ordering::Relaxed);
    }

    /// Passes on what comes to `socket`, in a thread, but for what is lost.
    fn carry(&self, socket: &Arc<UdpSocket>, pass: impl Fn(&[u8], SocketAddr) + Send + 'static) {
        let (socket, doomed) = (socket.clone(), self.doomed.clone());
        let lost = Arc::downgrade(&self.lost);
        thread::spawn(move || {
            let (mut buffer, mut came) = ([0; 2_048], 0);
            while let Some(lost) = lost.upgrade() {
                let Ok((length, from)) = socket.recv_from(&mut buffer) else { continue };
                if came == doomed.load(Ordering::Relaxed) {
                    lost.fetch_add(1, Ordering::Relaxed);
                } else {
                    pass(&buffer[..length], from);
                }
                came += 1;
            }
        });
    }
}
