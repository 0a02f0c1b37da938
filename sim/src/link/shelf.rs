//! Packets that wait inside a pipe.

use super::Ticket;
use super::shelf_slot::ShelfSlot;
use super::travel::Travel;

/// The packets that wait inside a pipe, each found by its ticket. Places are used again.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    slots: Vec<ShelfSlot>,
    free: Vec<u32>,
}

impl Shelf {
    /// The most packets on it.
    const MOST: usize = 1 << 16;

    /// Puts a packet on the shelf; gives it back if there is no room.
    pub(super) fn put(&mut self, travel: Travel) -> Result<Ticket, Box<Travel>> {
        let place = match self.free.pop() {
            Some(place) => place,
            None if self.slots.len() < Shelf::MOST => {
                self.slots.push(ShelfSlot::default());
                (self.slots.len() - 1) as u32
            }
            None => return Err(Box::new(travel)),
        };
        let slot = &mut self.slots[place as usize];
        slot.travel = Some(travel);
        Ok(Ticket::Packet { place, use_of_place: slot.uses })
    }

    /// Whether the packet of this ticket is still there.
    pub(super) fn has(&self, ticket: Ticket) -> bool {
        let Ticket::Packet { place, use_of_place } = ticket else { return false };
        self.slots.get(place as usize).is_some_and(|slot| slot.uses == use_of_place)
    }

    /// Takes a packet from the shelf, if it is still there.
    pub(super) fn take(&mut self, ticket: Ticket) -> Option<Travel> {
        let Ticket::Packet { place, use_of_place } = ticket else { return None };
        let slot = self.slots.get_mut(place as usize)?;
        if slot.uses != use_of_place {
            return None;
        }
        let travel = slot.travel.take()?;
        slot.uses = slot.uses.wrapping_add(1);
        self.free.push(place);
        Some(travel)
    }

    /// How many packets wait.
    pub(super) fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Whether a packet waits for the stage of this number.
    pub(super) fn has_for(&self, stage: u16) -> bool {
        self.slots.iter().filter_map(|slot| slot.travel.as_ref()).any(|it| it.entering == stage)
    }
}
