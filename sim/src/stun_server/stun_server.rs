//! A server.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use roomrtc_core::base::Time;
use roomrtc_core::stun::{
    ErrorCode, Message, MessageBuilder, MessageClass, Method, TransactionId, answer_binding,
};

use super::{StunLie, StunServerParameters};
use crate::network::{Origin, Packet};

/// Answers that wait to be sent at most; requests beyond are not answered.
const MOST_WAITING: usize = 1_024;

/// How often an answer is repeated at most.
const MOST_REPEATS: u8 = 64;

/// A STUN server on one address.
#[derive(Clone, Debug)]
pub struct StunServer {
    index: usize,
    address: SocketAddr,
    parameters: StunServerParameters,
    /// Answers by the time that they are due and their ordinal.
    waiting: BTreeMap<(Time, u64), Packet>,
    requests: u64,
    answers: u64,
}

impl StunServer {
    /// The server of this index among those of a world.
    pub fn new(index: usize, address: SocketAddr, parameters: StunServerParameters) -> StunServer {
        let waiting = BTreeMap::new();
        StunServer { index, address, parameters, waiting, requests: 0, answers: 0 }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Changes how it behaves; answers that wait are not changed.
    pub fn set_parameters(&mut self, parameters: StunServerParameters) {
        self.parameters = parameters;
    }

    /// Requests that came so far.
    pub fn requests(&self) -> u64 {
        self.requests
    }

    /// Answers made so far.
    pub fn answers(&self) -> u64 {
        self.answers
    }

    /// Takes a packet. What is no Binding request to this server is ignored.
    pub fn handle(&mut self, now: Time, packet: &Packet) {
        let Ok(request) = Message::parse(&packet.payload) else { return };
        if packet.destination != self.address || request.class() != MessageClass::Request {
            return;
        }
        self.requests += 1;
        if self.parameters.is_silent {
            return;
        }
        let mut payload = Vec::new();
        if !self.answer(packet.source, &request, &mut payload) {
            return;
        }
        let repeats = match self.parameters.lie {
            Some(StunLie::Repeated(times)) => times.min(MOST_REPEATS),
            _ => 1,
        };
        for _ in 0..repeats {
            self.send(now, packet.source, payload.clone());
        }
    }

    /// The next answer that is due; its number is for the world to give.
    pub fn poll(&mut self, now: Time) -> Option<Packet> {
        let first = self.waiting.first_entry().filter(|entry| entry.key().0 <= now)?;
        Some(Packet { sent: now, ..first.remove() })
    }

    /// When the next answer is due.
    pub fn deadline(&self) -> Option<Time> {
        self.waiting.first_key_value().map(|((due, _), _)| *due)
    }

    fn send(&mut self, now: Time, destination: SocketAddr, payload: Vec<u8>) {
        if self.waiting.len() >= MOST_WAITING {
            return;
        }
        let due = now + self.parameters.delay.duration();
        let shift = u16::from(self.parameters.lie == Some(StunLie::Source));
        let port = self.address.port().wrapping_add(shift);
        let packet = Packet {
            number: 0,
            origin: Origin::StunServer(self.index),
            sent: due,
            source: SocketAddr::new(self.address.ip(), port),
            destination,
            ecn: 0,
            payload,
        };
        self.answers += 1;
        self.waiting.insert((due, self.answers), packet);
    }

    /// Writes the answer, true or not. Whether there is one.
    fn answer(&self, source: SocketAddr, request: &Message<'_>, output: &mut Vec<u8>) -> bool {
        let id = request.transaction_id();
        match self.parameters.lie {
            Some(StunLie::Refusal) => write_error(id, ErrorCode::SERVER_ERROR, None, output),
            Some(StunLie::Alternate(server)) => {
                write_error(id, ErrorCode::TRY_ALTERNATE, Some(server), output);
            }
            Some(StunLie::NoAddress) => {
                success(id, output).fingerprint();
            }
            Some(StunLie::Transaction) => {
                let other = TransactionId(id.0.map(|byte| !byte));
                success(other, output).xor_mapped_address(source).fingerprint();
            }
            Some(StunLie::Truncated) => {
                let is_answered = answer_binding(source, request, output);
                output.truncate(output.len() / 2);
                return is_answered;
            }
            Some(lie) => return answer_binding(self.claimed(lie, source), request, output),
            None => return answer_binding(source, request, output),
        }
        true
    }

    /// The address that a client is told.
    fn claimed(&self, lie: StunLie, source: SocketAddr) -> SocketAddr {
        let other_port = |step: u64| {
            let ports = u64::from(u16::MAX);
            let port =
                (u64::from(source.port()).saturating_sub(1) + step % (ports - 1)) % ports + 1;
            SocketAddr::new(source.ip(), port as u16)
        };
        match lie {
            StunLie::Address(victim) => victim,
            StunLie::Port => other_port(1),
            StunLie::ChangingPort => other_port(1 + self.answers),
            StunLie::Unspecified if source.is_ipv4() => (Ipv4Addr::UNSPECIFIED, 0).into(),
            StunLie::Unspecified => (Ipv6Addr::UNSPECIFIED, 0).into(),
            StunLie::Family => SocketAddr::new(other_family(source.ip()), source.port()),
            _ => source,
        }
    }
}

fn success(id: TransactionId, output: &mut Vec<u8>) -> MessageBuilder<'_> {
    MessageBuilder::new(MessageClass::Success, Method::BINDING, id, output)
}

fn write_error(
    id: TransactionId,
    code: ErrorCode,
    alternate: Option<SocketAddr>,
    output: &mut Vec<u8>,
) {
    let mut message = MessageBuilder::new(MessageClass::Error, Method::BINDING, id, output);
    message.error_code(code);
    if let Some(server) = alternate {
        message.alternate_server(server);
    }
    message.fingerprint();
}

/// An address of documentation (RFC 3849, RFC 5737) of the family that this is not.
fn other_family(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
        IpAddr::V6(_) => IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Span;

    const SERVER: &str = "203.0.113.1:3478";
    const CLIENT: &str = "198.51.100.1:5000";

    fn server(parameters: StunServerParameters) -> StunServer {
        StunServer::new(3, SERVER.parse().unwrap(), parameters)
    }

    fn request() -> Packet {
        let mut payload = Vec::new();
        let id = TransactionId([7; 12]);
        MessageBuilder::new(MessageClass::Request, Method::BINDING, id, &mut payload).fingerprint();
        Packet {
            number: 0,
            origin: Origin::Host(0),
            sent: Time::ZERO,
            source: CLIENT.parse().unwrap(),
            destination: SERVER.parse().unwrap(),
            ecn: 0,
            payload,
        }
    }

    fn ask(lie: StunLie) -> Vec<Packet> {
        let mut server = server(StunServerParameters { lie: Some(lie), ..Default::default() });
        server.handle(Time::ZERO, &request());
        std::iter::from_fn(|| server.poll(Time::ZERO)).collect()
    }

    /// The address that a client is told.
    fn told(lie: StunLie) -> Option<String> {
        let answers = ask(lie);
        let answer = Message::parse(&answers[0].payload).unwrap();
        answer.mapped_address().map(|mapped| mapped.to_string())
    }

    #[test]
    fn it_answers_with_the_source_after_its_delay() {
        let mut server =
            server(StunServerParameters { delay: Span::millis(30), ..Default::default() });
        server.handle(Time::ZERO, &request());
        assert_eq!(server.deadline(), Some(Time::from_millis(30)));
        assert_eq!(server.poll(Time::from_millis(29)), None);
        let answer = server.poll(Time::from_millis(30)).unwrap();
        assert_eq!(answer.origin, Origin::StunServer(3));
        assert_eq!((answer.source, answer.destination), (server.address(), request().source));
        let message = Message::parse(&answer.payload).unwrap();
        assert_eq!(message.mapped_address(), Some(request().source));
        assert_eq!(message.transaction_id(), TransactionId([7; 12]));
        assert_eq!((server.requests(), server.answers(), server.deadline()), (1, 1, None));
    }

    #[test]
    fn silence_noise_and_what_is_for_another_get_nothing() {
        let mut silent = server(StunServerParameters { is_silent: true, ..Default::default() });
        silent.handle(Time::ZERO, &request());
        assert_eq!((silent.requests(), silent.deadline()), (1, None));
        let mut truthful = server(StunServerParameters::default());
        let answer = ask(StunLie::Repeated(1)).remove(0);
        truthful.handle(Time::ZERO, &Packet { destination: truthful.address(), ..answer });
        truthful.handle(Time::ZERO, &Packet { payload: vec![1; 30], ..request() });
        truthful.handle(Time::ZERO, &Packet { destination: request().source, ..request() });
        assert_eq!((truthful.requests(), truthful.deadline()), (0, None));
    }

    #[test]
    fn it_lies_about_the_address() {
        let victim = "192.0.2.9:9".parse().unwrap();
        assert_eq!(told(StunLie::Address(victim)), Some("192.0.2.9:9".to_owned()));
        assert_eq!(told(StunLie::Port), Some("198.51.100.1:5001".to_owned()));
        assert_eq!(told(StunLie::Unspecified), Some("0.0.0.0:0".to_owned()));
        assert_eq!(told(StunLie::Family), Some("[2001:db8::1]:5000".to_owned()));
        assert_eq!(told(StunLie::NoAddress), None);
    }

    #[test]
    fn it_lies_about_all_else() {
        let server = "192.0.2.1:3478".parse().unwrap();
        let answers = ask(StunLie::Alternate(server));
        let message = Message::parse(&answers[0].payload).unwrap();
        assert_eq!(message.alternate_server(), Some(server));
        let answers = ask(StunLie::Transaction);
        let message = Message::parse(&answers[0].payload).unwrap();
        assert_ne!(message.transaction_id(), TransactionId([7; 12]));
        let answers = ask(StunLie::Refusal);
        let message = Message::parse(&answers[0].payload).unwrap();
        assert_eq!(message.error_code().map(|(code, _)| code), Some(ErrorCode::SERVER_ERROR));
        assert!(Message::parse(&ask(StunLie::Truncated)[0].payload).is_err());
        assert_eq!(ask(StunLie::Source)[0].source.port(), 3_479);
        assert_eq!(ask(StunLie::Repeated(5)).len(), 5);
    }

    #[test]
    fn another_port_is_told_with_every_answer() {
        let lie = Some(StunLie::ChangingPort);
        let mut server = server(StunServerParameters { lie, ..Default::default() });
        let ports = [0; 3].map(|_| {
            server.handle(Time::ZERO, &request());
            let answer = server.poll(Time::ZERO).unwrap();
            Message::parse(&answer.payload).unwrap().mapped_address().unwrap().port()
        });
        assert_eq!(ports, [5_001, 5_002, 5_003]);
    }

    #[test]
    fn what_waits_is_bounded() {
        let mut server =
            server(StunServerParameters { delay: Span::millis(1), ..Default::default() });
        for _ in 0..2_000 {
            server.handle(Time::ZERO, &request());
        }
        assert_eq!((server.waiting.len(), server.requests()), (MOST_WAITING, 2_000));
    }

    #[test]
    fn parameters_are_read() {
        let read = |text: &str| toml::from_str::<StunServerParameters>(text);
        assert_eq!(read("lie = 'port'").unwrap().lie, Some(StunLie::Port));
        let victim = read("delay = '5 ms'\nlie = { address = '192.0.2.9:9' }").unwrap();
        assert_eq!(victim.lie, Some(StunLie::Address("192.0.2.9:9".parse().unwrap())));
        assert!(read("lie = 'white'").is_err());
    }
}
