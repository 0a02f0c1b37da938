//! A peer whose every message is written by the test.

use std::net::SocketAddr;
use std::sync::Arc;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::crypto::{HashAlgorithm, HmacKey, default_provider};
use roomrtc_core::ice::{Agent, Config, Credentials, RemoteParameters, Role};
use roomrtc_core::stun::{
    AttributeType, Message, MessageBuilder, MessageClass, Method, TransactionId,
};

/// The user fragment of the scripted peer.
pub(super) const FRAGMENT: &str = "peer";

/// Its password.
pub(super) const PASSWORD: &str = "a-password-of-the-peer";

/// An agent, and a test that plays its peer.
pub(super) struct ScriptedPeer {
    pub(super) agent: Agent,
    pub(super) now: Time,
    pub(super) local: SocketAddr,
    next_id: u8,
}

impl ScriptedPeer {
    /// An agent on 192.0.2.1:5000 that knows the peer's credentials but no candidate.
    pub(super) fn new(role: Role) -> ScriptedPeer {
        let now = Time::from_secs(1);
        let local = "192.0.2.1:5000".parse().expect("an address");
        let mut agent = Agent::new(Config::default(), &Seed::from_u64(9), now);
        agent.set_role(now, role);
        agent.add_local_address(now, local);
        let credentials = Credentials::new(FRAGMENT, PASSWORD).expect("credentials");
        let parameters = RemoteParameters { credentials, is_lite: false, pacing: None };
        agent.set_remote_parameters(now, &parameters);
        ScriptedPeer { agent, now, local, next_id: 0 }
    }

    pub(super) fn peer_key() -> Arc<dyn HmacKey> {
        default_provider().hmac(HashAlgorithm::Sha1, PASSWORD.as_bytes())
    }

    fn agent_key(&self) -> Arc<dyn HmacKey> {
        let password = self.agent.local_credentials().password().as_bytes();
        default_provider().hmac(HashAlgorithm::Sha1, password)
    }

    /// A check of the controlling peer; the test adds what it wants before the integrity.
    pub(super) fn check(&mut self, more: impl FnOnce(&mut MessageBuilder<'_>)) -> Vec<u8> {
        self.check_as(Role::Controlling, more)
    }

    /// A check of the peer in this role.
    pub(super) fn check_as(
        &mut self,
        role: Role,
        more: impl FnOnce(&mut MessageBuilder<'_>),
    ) -> Vec<u8> {
        self.next_id = self.next_id.wrapping_add(1);
        let (mut bytes, id) = (Vec::new(), TransactionId([self.next_id; 12]));
        let mut message =
            MessageBuilder::new(MessageClass::Request, Method::BINDING, id, &mut bytes);
        message.username(self.agent.local_credentials().username_fragment(), FRAGMENT);
        match role {
            Role::Controlling => message.ice_controlling(1),
            Role::Controlled => message.ice_controlled(1),
        };
        more(&mut message);
        message.attribute(AttributeType(0xc057), &[0, 1, 0, 10]);
        message.integrity(&*self.agent_key()).fingerprint();
        bytes
    }

    pub(super) fn receive(&mut self, from: SocketAddr, bytes: &[u8]) {
        self.agent.handle_datagram(self.now, self.local, from, bytes);
    }

    /// Everything the agent sends now, after its timers.
    pub(super) fn sent(&mut self) -> Vec<(SocketAddr, Vec<u8>)> {
        let (mut all, mut bytes) = (Vec::new(), Vec::new());
        self.agent.handle_timeout(self.now);
        while let Some((_, to)) = self.agent.poll_transmit(&mut bytes) {
            all.push((to, std::mem::take(&mut bytes)));
        }
        all
    }

    /// Runs the agent's timers for a while and answers its checks to `remotes` as the peer would.
    pub(super) fn run(&mut self, millis: u64, remotes: &[SocketAddr]) {
        for _ in 0..millis {
            self.now += std::time::Duration::from_millis(1);
            for (to, bytes) in self.sent() {
                let request = Message::parse(&bytes).expect("a message");
                if remotes.contains(&to) && request.class() == MessageClass::Request {
                    let answer = self.success(request.transaction_id());
                    self.receive(to, &answer);
                }
            }
        }
    }

    /// An authentic success response of the peer.
    pub(super) fn success(&self, id: TransactionId) -> Vec<u8> {
        let mut bytes = Vec::new();
        MessageBuilder::new(MessageClass::Success, Method::BINDING, id, &mut bytes)
            .xor_mapped_address(self.local)
            .integrity(&*ScriptedPeer::peer_key())
            .fingerprint();
        bytes
    }
}
