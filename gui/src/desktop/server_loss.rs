//! Why there is no connection to the server.

use std::io::ErrorKind;

use roomrtc_io_mio::{StreamClosure, TlsFault};

/// Why there is no connection to the server, as far as a person can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerLoss {
    /// Its name is not known to the network's name service.
    NameUnknown,
    /// Nobody listens there.
    Refused,
    /// It does not answer.
    Silent,
    /// This machine has no network that leads there.
    NoNetwork,
    /// It has closed the connection.
    ClosedByServer,
    /// What listens there does not speak TLS.
    NotTls,
    /// TLS could not be agreed on.
    TlsFailed,
    /// Another kind of failure; the log has it.
    Broken,
}

impl From<StreamClosure> for ServerLoss {
    /// A certificate that has changed is no loss, and asked about apart from this.
    fn from(closure: StreamClosure) -> ServerLoss {
        match closure {
            StreamClosure::Remote => ServerLoss::ClosedByServer,
            StreamClosure::Failed(ErrorKind::ConnectionRefused) => ServerLoss::Refused,
            StreamClosure::Failed(ErrorKind::TimedOut) => ServerLoss::Silent,
            StreamClosure::Failed(
                ErrorKind::NetworkUnreachable
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkDown
                | ErrorKind::AddrNotAvailable,
            ) => ServerLoss::NoNetwork,
            StreamClosure::Tls(TlsFault::NotTls) => ServerLoss::NotTls,
            StreamClosure::Tls(_) | StreamClosure::WrongCertificate(_) => ServerLoss::TlsFailed,
            StreamClosure::Failed(_) | StreamClosure::Stalled | StreamClosure::TooMany => {
                ServerLoss::Broken
            }
        }
    }
}
