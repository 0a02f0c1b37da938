//! Forged STUN.

use std::net::SocketAddr;
use std::sync::Arc;

use roomrtc_core::crypto::{HashAlgorithm, HmacKey, default_provider};
use roomrtc_core::stun::{
    AttributeType, ErrorCode, MessageBuilder, MessageClass, Method, TransactionId,
};

use super::forger::Forger;
use super::{Forgery, Side};

impl Forger<'_> {
    pub(super) fn forge_stun(&mut self, kind: Forgery, output: &mut Vec<u8>) {
        match kind {
            Forgery::StunRequestBare => {
                self.begin(MessageClass::Request, output).fingerprint();
            }
            Forgery::StunIndication => {
                self.begin(MessageClass::Indication, output).fingerprint();
            }
            Forgery::StunRequestUnknownUser
            | Forgery::StunRequestWrongPassword
            | Forgery::StunRequestNoIntegrity => self.forge_check(kind, output),
            Forgery::StunSuccess | Forgery::StunSuccessNoIntegrity => {
                self.forge_success(kind == Forgery::StunSuccess, output);
            }
            Forgery::StunErrorUnauthenticated => {
                self.forge_error(ErrorCode::UNAUTHENTICATED, output);
            }
            Forgery::StunErrorRoleConflict => self.forge_error(ErrorCode::ROLE_CONFLICT, output),
            Forgery::StunUnknownMethod => {
                let id = TransactionId::random(self.random);
                let method = Method(2 + self.random_u16() % 0xf00);
                MessageBuilder::new(MessageClass::Request, method, id, output).fingerprint();
            }
            _ => self.forge_attributes(output),
        }
    }

    fn begin<'b>(&mut self, class: MessageClass, output: &'b mut Vec<u8>) -> MessageBuilder<'b> {
        let id = TransactionId::random(self.random);
        MessageBuilder::new(class, Method::BINDING, id, output)
    }

    /// The fragment of a side, as far as it is known.
    fn fragment(&mut self, side: Side) -> String {
        let made_up = format!("{:08x}", self.random.next_u32());
        self.knowledge.fragment(side).map_or(made_up, str::to_owned)
    }

    /// A key of a password that nobody has.
    fn wrong_key(&mut self) -> Arc<dyn HmacKey> {
        let password = format!("{:032x}", u128::from_be_bytes(self.random.bytes()));
        default_provider().hmac(HashAlgorithm::Sha1, password.as_bytes())
    }

    /// A check that nominates, whether the target controls or not.
    fn forge_check(&mut self, kind: Forgery, output: &mut Vec<u8>) {
        let sender = self.fragment(self.target.other());
        let receiver = match kind {
            Forgery::StunRequestUnknownUser => format!("{:08x}", self.random.next_u32()),
            _ => self.fragment(self.target),
        };
        let (tie_breaker, priority) = (self.random.next_u64(), self.random.next_u32() >> 1);
        let key = self.wrong_key();
        let mut message = self.begin(MessageClass::Request, output);
        message.username(&receiver, &sender);
        match tie_breaker & 1 {
            0 => message.ice_controlling(tie_breaker),
            _ => message.ice_controlled(tie_breaker),
        };
        message.priority(priority).use_candidate();
        if kind != Forgery::StunRequestNoIntegrity {
            message.integrity(&*key);
        }
        message.fingerprint();
    }

    fn forge_success(&mut self, has_integrity: bool, output: &mut Vec<u8>) {
        let mapped = SocketAddr::from((self.random.bytes::<4>(), self.random_u16()));
        let key = self.wrong_key();
        let mut message = self.begin(MessageClass::Success, output);
        message.xor_mapped_address(mapped);
        if has_integrity {
            message.integrity(&*key);
        }
        message.fingerprint();
    }

    fn forge_error(&mut self, code: ErrorCode, output: &mut Vec<u8>) {
        self.begin(MessageClass::Error, output).error_code(code).fingerprint();
    }

    /// Attributes of every type, of any length, some without end.
    fn forge_attributes(&mut self, output: &mut Vec<u8>) {
        let mut values = Vec::new();
        self.append_random(200, &mut values);
        let kinds = [0; 3].map(|_: u8| AttributeType(self.random_u16()));
        let mut message = self.begin(MessageClass::Request, output);
        for (kind, value) in kinds.into_iter().zip(values.chunks(67)) {
            message.attribute(kind, value);
        }
        let cut = self.random.below(8) as usize;
        output.truncate(output.len() - cut);
    }
}
