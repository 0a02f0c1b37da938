//! The four classes of messages.

use super::Method;

/// The class of a message, RFC 8489 section 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageClass {
    /// Wants a response.
    Request,
    /// Wants none.
    Indication,
    /// A request did what it asked for.
    Success,
    /// A request was refused.
    Error,
}

impl MessageClass {
    /// The 14-bit message type: the class bits lie between those of the method.
    pub(super) const fn message_type(self, method: Method) -> u16 {
        let class = match self {
            MessageClass::Request => 0x000,
            MessageClass::Indication => 0x010,
            MessageClass::Success => 0x100,
            MessageClass::Error => 0x110,
        };
        let method = method.0;
        class | method & 0x000f | (method & 0x0070) << 1 | (method & 0x0f80) << 2
    }

    /// Class and method of a 14-bit message type.
    pub(super) const fn split(message_type: u16) -> (MessageClass, Method) {
        let class = match message_type & 0x110 {
            0x000 => MessageClass::Request,
            0x010 => MessageClass::Indication,
            0x100 => MessageClass::Success,
            _ => MessageClass::Error,
        };
        let bits = message_type;
        (class, Method(bits & 0x000f | (bits & 0x00e0) >> 1 | (bits & 0x3e00) >> 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_splits_and_joins() {
        for message_type in 0..0x4000 {
            let (class, method) = MessageClass::split(message_type);
            assert_eq!(class.message_type(method), message_type);
        }
        assert_eq!(MessageClass::Success.message_type(Method::BINDING), 0x0101);
        assert_eq!(MessageClass::Error.message_type(Method::BINDING), 0x0111);
    }
}
