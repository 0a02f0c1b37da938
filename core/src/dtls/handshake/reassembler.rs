//! Putting handshake messages together.

use super::partial_message::PartialMessage;
use super::{Fragment, HandshakeMessage, HandshakeType, Insertion};
use crate::dtls::DropReason;
use crate::planted_bugs::{PlantedBug, is_planted};

/// Handshake messages from fragments in any order, repeated and overlapping, RFC 6347 section
/// 4.2.3. What waits is bounded in number and size.
#[derive(Clone, Debug, Default)]
pub struct Reassembler {
    /// The number of the message that is due.
    next: u16,
    /// Messages below this number belong to flights that were answered.
    answered: u16,
    waiting: Vec<PartialMessage>,
}

impl Reassembler {
    /// How many messages are kept, from the one that is due on.
    pub const AHEAD: u16 = 8;

    /// The longest body of a message, in bytes.
    pub const LONGEST: usize = 16_384;

    /// The most bytes kept for all messages together.
    pub const LARGEST: usize = 32_768;

    /// Takes in a fragment.
    ///
    /// # Errors
    /// Why it is dropped.
    pub fn insert(&mut self, fragment: &Fragment<'_>) -> Result<Insertion, DropReason> {
        let message_type = fragment.kind().ok_or(DropReason::FragmentType)?;
        if fragment.sequence < self.answered {
            return Ok(Insertion::Answered);
        }
        if fragment.sequence < self.next {
            return Ok(Insertion::Repeated);
        }
        if fragment.length as usize > Self::LONGEST {
            return Err(DropReason::FragmentTooLong);
        }
        let is_early = fragment.sequence > self.next;
        if is_early && is_planted(PlantedBug::DropReorderedMessages) {
            return Err(DropReason::FragmentAhead);
        }
        if fragment.sequence - self.next >= Self::AHEAD {
            return Err(DropReason::FragmentAhead);
        }
        match self.place(fragment) {
            Some(index) if self.waiting[index].agrees_with(fragment) => self.add(index, fragment),
            Some(index) => {
                self.waiting.swap_remove(index);
                self.begin(message_type, fragment).map(|_| Insertion::KeptInstead)
            }
            None => self.begin(message_type, fragment),
        }
    }

    fn place(&self, fragment: &Fragment<'_>) -> Option<usize> {
        self.waiting.iter().position(|message| message.sequence == fragment.sequence)
    }

    fn add(&mut self, index: usize, fragment: &Fragment<'_>) -> Result<Insertion, DropReason> {
        let message = &mut self.waiting[index];
        if message.has(fragment) {
            return Ok(Insertion::Repeated);
        }
        if !message.insert(fragment) {
            return Err(DropReason::FragmentTooMany);
        }
        Ok(Insertion::Kept)
    }

    fn begin(
        &mut self,
        message_type: HandshakeType,
        fragment: &Fragment<'_>,
    ) -> Result<Insertion, DropReason> {
        let mut insertion = Insertion::Kept;
        while self.size() + fragment.length as usize > Self::LARGEST {
            self.evict_later_than(fragment.sequence)?;
            insertion = Insertion::KeptByEviction;
        }
        let mut message = PartialMessage::new(message_type, fragment);
        message.insert(fragment);
        self.waiting.push(message);
        Ok(insertion)
    }

    fn size(&self) -> usize {
        self.waiting.iter().map(PartialMessage::length).sum()
    }

    fn evict_later_than(&mut self, sequence: u16) -> Result<(), DropReason> {
        let last = (0..self.waiting.len()).max_by_key(|index| self.waiting[*index].sequence);
        match last {
            Some(index) if self.waiting[index].sequence > sequence => {
                self.waiting.swap_remove(index);
                Ok(())
            }
            _ => Err(DropReason::FragmentAhead),
        }
    }

    /// The type of the message that is due, if it is complete.
    pub fn next_type(&self) -> Option<HandshakeType> {
        let due = self.waiting.iter().find(|message| message.sequence == self.next);
        due.and_then(PartialMessage::complete_type)
    }

    /// Takes the message that is due, if it is complete. The one behind it is due then.
    pub fn take(&mut self) -> Option<HandshakeMessage> {
        self.next_type()?;
        let index = self.waiting.iter().position(|message| message.sequence == self.next)?;
        self.next = self.next.wrapping_add(1);
        self.waiting.swap_remove(index).into_message()
    }

    /// Waits again for the message just taken: the one that came was not usable.
    pub fn take_back(&mut self) {
        self.next = self.next.wrapping_sub(1);
    }

    /// The number of the message that is due.
    pub fn due(&self) -> u16 {
        self.next
    }

    /// Waits again for the message `due` and all behind it, and forgets what has come of them.
    pub fn go_back_to(&mut self, due: u16) {
        self.next = due;
        self.waiting.clear();
    }

    /// Begins anew with the message `first`, as if nothing had come.
    pub fn begin_with(&mut self, first: u16) {
        *self = Reassembler { next: first, answered: first, waiting: Vec::new() };
    }

    /// Notes that everything taken so far is being answered.
    pub fn mark_answered(&mut self) {
        self.answered = self.next;
    }

    /// Bytes of heap in use.
    pub fn footprint(&self) -> usize {
        self.waiting.iter().map(|message| message.length() + Fragment::HEADER_LENGTH).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: [u8; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    fn piece(sequence: u16, from: usize, to: usize) -> Fragment<'static> {
        let body = &BODY[from..to];
        Fragment { message_type: 11, length: 10, sequence, offset: from as u32, body }
    }

    fn large(sequence: u16, length: usize) -> Fragment<'static> {
        Fragment { message_type: 11, length: length as u32, sequence, offset: 0, body: &[1] }
    }

    #[test]
    fn pieces_in_any_order_repeated_and_overlapping_make_a_message() {
        let mut reassembler = Reassembler::default();
        for (from, to) in [(7, 10), (7, 10), (0, 3), (2, 5), (9, 10), (6, 8)] {
            reassembler.insert(&piece(0, from, to)).expect("kept or repeated");
            assert_eq!(reassembler.next_type(), None);
        }
        assert_eq!(reassembler.insert(&piece(0, 1, 9)), Ok(Insertion::Kept));
        let message = reassembler.take().expect("a whole message");
        assert_eq!(message.body(), BODY);
        assert_eq!(message.bytes()[..12], [11, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 10]);
        assert_eq!(reassembler.insert(&piece(0, 1, 9)), Ok(Insertion::Repeated));
        reassembler.mark_answered();
        assert_eq!(reassembler.insert(&piece(0, 1, 9)), Ok(Insertion::Answered));
    }

    #[test]
    fn messages_come_out_in_order() {
        let mut reassembler = Reassembler::default();
        reassembler.insert(&piece(1, 0, 10)).expect("kept");
        assert!(reassembler.take().is_none());
        reassembler.insert(&piece(0, 0, 10)).expect("kept");
        assert_eq!(reassembler.take().map(|message| message.sequence), Some(0));
        reassembler.take_back();
        assert!(reassembler.take().is_none());
        reassembler.insert(&piece(0, 0, 10)).expect("kept");
        assert_eq!(reassembler.take().map(|message| message.sequence), Some(0));
        assert_eq!(reassembler.take().map(|message| message.sequence), Some(1));
    }

    #[test]
    fn an_empty_message_is_complete_at_once() {
        let mut reassembler = Reassembler::default();
        let done = Fragment { message_type: 14, length: 0, sequence: 0, offset: 0, body: &[] };
        reassembler.insert(&done).expect("kept");
        assert_eq!(reassembler.next_type(), Some(HandshakeType::ServerHelloDone));
    }

    #[test]
    fn what_waits_is_bounded() {
        let mut reassembler = Reassembler::default();
        assert_eq!(reassembler.insert(&large(0, 16_385)), Err(DropReason::FragmentTooLong));
        assert_eq!(reassembler.insert(&large(8, 10)), Err(DropReason::FragmentAhead));
        assert_eq!(reassembler.insert(&large(6, 16_384)), Ok(Insertion::Kept));
        assert_eq!(reassembler.insert(&large(5, 16_384)), Ok(Insertion::Kept));
        assert_eq!(reassembler.insert(&large(7, 1)), Err(DropReason::FragmentAhead));
        assert_eq!(reassembler.insert(&large(0, 10)), Ok(Insertion::KeptByEviction));
        assert!(reassembler.footprint() <= Reassembler::LARGEST + 8 * Fragment::HEADER_LENGTH);
        let unknown = Fragment { message_type: 99, ..large(0, 1) };
        assert_eq!(reassembler.insert(&unknown), Err(DropReason::FragmentType));
    }

    #[test]
    fn pieces_with_gaps_are_bounded_but_joining_ones_are_not() {
        let mut reassembler = Reassembler::default();
        let at = |offset| Fragment { offset, ..large(0, 1_000) };
        assert!((0..64).all(|index| reassembler.insert(&at(index * 2)).is_ok()));
        assert_eq!(reassembler.insert(&at(500)), Err(DropReason::FragmentTooMany));
        assert_eq!(reassembler.insert(&at(1)), Ok(Insertion::Kept));
        assert_eq!(reassembler.insert(&at(500)), Ok(Insertion::Kept));
    }

    #[test]
    fn the_newer_of_two_that_disagree_is_kept() {
        let mut reassembler = Reassembler::default();
        reassembler.insert(&large(0, 500)).expect("kept");
        assert_eq!(reassembler.insert(&piece(0, 0, 10)), Ok(Insertion::KeptInstead));
        assert_eq!(reassembler.take().map(|message| message.body().to_vec()), Some(BODY.to_vec()));
    }
}
