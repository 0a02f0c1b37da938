//! The event loop that drives the core with real sockets and the real clock.
//!
//! One thread a client. It sleeps in one `epoll` wait and is woken by its UDP sockets, its TCP
//! streams, one timer and a waker for commands from other threads. It never spins and never
//! sleeps in order to look again: every wake-up has a cause, and the causes are counted.
//!
//! - [`EventLoop`] owns the sockets and calls a [`Driven`], which is all state and no I/O.
//! - UDP goes through segmentation offload (GSO) out and receive offload (GRO) with `recvmmsg` in.
//! - TCP streams are plain or in TLS 1.3 by rustls, to servers whose certificate is pinned.
//! - Names of candidates are resolved and offered by multicast DNS, see [`MulticastDns`].
//! - ICMP errors, interfaces that vanish, full buffers and exhausted descriptors are counted and
//!   survived; none of them ends the loop.
//!
//! Left out: listening sockets (the server has its own shell), and notice of interface changes
//! through netlink: addresses are read again when a send says that something is wrong, and
//! every few seconds.

mod addresses;
mod driving;
mod multicast_dns;
mod stream;
mod system;
mod udp;

pub use addresses::{AddressChoice, AddressError, InterfaceAddress, interface_addresses};
pub use driving::{
    CommandRefused, CommandSender, Driven, EventLoop, LocalAddress, LoopConfig, LoopError,
    LoopStatistics,
};
pub use multicast_dns::{
    MulticastDns, NameAction, NameEvent, OutgoingMessage, ReceivedMessage, Way, candidate_name,
    is_candidate_name,
};
pub use stream::{
    CertificateFingerprint, StreamAction, StreamClosure, StreamEvent, StreamId, StreamSecurity,
    TlsFault,
};
pub use system::{Clock, EntropyError, ResolveError, resolve, seed, this_thread_cpu, thread_cpu};
