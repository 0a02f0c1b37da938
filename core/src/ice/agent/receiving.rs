//! Datagrams in.

use std::net::SocketAddr;

use super::Agent;
use crate::base::Time;
use crate::ice::{DropReason, address};
use crate::stun::{Message, MessageClass, Method};

impl Agent {
    /// Takes a datagram that came from `remote` to the socket on `local`. Only an authentic one
    /// has an effect beyond an answer; the others are counted by [`DropReason`].
    pub fn handle_datagram(
        &mut self,
        now: Time,
        local: SocketAddr,
        remote: SocketAddr,
        datagram: &[u8],
    ) {
        let Ok(message) = Message::parse(datagram) else {
            return self.drop_datagram(DropReason::Malformed);
        };
        let Some(host) = self.host(local) else {
            return self.drop_datagram(DropReason::UnknownLocalAddress);
        };
        let local = host.candidate.address;
        match message.class() {
            _ if message.method() != Method::BINDING => {
                self.drop_datagram(DropReason::UnexpectedMethod);
            }
            MessageClass::Request => self.handle_request(now, local, remote, &message),
            MessageClass::Indication => self.statistics.indications_received += 1,
            MessageClass::Success | MessageClass::Error => {
                let remote = address::canonical(remote);
                if !self.handle_server_response(now, local, remote, &message) {
                    self.handle_response(now, local, remote, &message);
                }
            }
        }
        self.refresh(now);
    }

    pub(super) fn drop_datagram(&mut self, reason: DropReason) {
        self.statistics.count_drop(reason);
    }
}
