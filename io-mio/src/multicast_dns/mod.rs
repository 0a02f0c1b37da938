//! Multicast DNS, RFC 6762, as far as candidates of ICE need it
//! (draft-ietf-mmusic-mdns-ice-candidates): finding the address behind a name, and answering for
//! names of our own.
//!
//! [`MulticastDns`] is all state and no I/O. Names and messages go in, with the time; messages and
//! [`NameEvent`]s come out. A library reads and writes the messages; the event loop has the sockets.
//!
//! * Names are those of the draft's section 3.1: a UUID and `.local`. Nothing else is asked for,
//!   answered for or remembered, so that a peer cannot have the devices of the link looked up.
//! * Sockets stand on the groups (224.0.0.251 and ff02::fb) and port 5353, beside those of other
//!   responders of the machine. Nothing reaches them that is not sent to the link's group: what
//!   comes is of the link (RFC 6762 section 11), and nobody else's answers are caught.
//! * So questions ask for answers to the group (section 15.1): one that is sent to this machine
//!   alone reaches whichever program the system chooses. The draft would rather have those.
//! * A question is repeated after 1 and 3 s and given up after 6 s. An address that was announced
//!   or told to others within the last two minutes needs no question.
//! * A name that has more than one address is given up: draft section 3.2.2.
//! * Our records are announced twice, told at most once a second, only on the link of their
//!   address, and withdrawn at the end. Names are not probed for: they are unique.
//!
//! Left out: services (RFC 6763), known-answer lists, defence against conflicts (a UUID has
//! none), and names of other forms.

mod address_record;
mod answering;
mod known_name;
mod message;
#[expect(clippy::module_inception, reason = "the protocol is what the module is about")]
mod multicast_dns;
mod multicast_socket;
mod multicast_sockets;
mod name_action;
mod name_event;
mod names;
mod offered_name;
mod outgoing_message;
mod query;
mod question;
mod received_message;
mod record_kind;
mod resolving;
mod way;
mod writing;

pub use multicast_dns::MulticastDns;
pub use name_action::NameAction;
pub use name_event::NameEvent;
pub use names::{candidate_name, is_candidate_name};
pub use outgoing_message::OutgoingMessage;
pub use received_message::ReceivedMessage;
pub use way::Way;

pub(crate) use multicast_socket::MulticastSocket;
pub(crate) use multicast_sockets::{MOST_MULTICAST_SOCKETS, MulticastSockets};

use address_record::AddressRecord;
use known_name::KnownName;
use message::Message;
use offered_name::OfferedName;
use query::Query;
use question::Question;
use record_kind::RecordKind;
