//! The signalling server of Room RTC: a pure [`hub`], the [`accounts`], and the [`shell`] that
//! connects both with sockets and the clock.
//!
//! The protocol is described in [`roomrtc_core::signaling`].

pub mod accounts;
pub mod hub;
pub mod page;
pub mod rotation;
pub mod shell;
pub mod transport;

pub use shell::{
    BindError, CertificateFilesError, CertificateSource, Server, ServerConfig, ServerHandle,
    StoreLocation,
};
