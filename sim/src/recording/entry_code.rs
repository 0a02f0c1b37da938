//! Which number stands for what at the beginning of an entry.

pub(super) const NOTHING: u8 = 0;
pub(super) const TICK: u8 = 1;
pub(super) const DATAGRAM: u8 = 2;
pub(super) const ADD_LOCAL_ADDRESS: u8 = 3;
pub(super) const REMOVE_LOCAL_ADDRESS: u8 = 4;
pub(super) const END_OF_LOCAL_ADDRESSES: u8 = 5;
pub(super) const CREATE_OFFER: u8 = 6;
pub(super) const SET_REMOTE_DESCRIPTION: u8 = 7;
pub(super) const ADD_REMOTE_CANDIDATE: u8 = 8;
pub(super) const SEND_FRAME: u8 = 9;
pub(super) const SEND_PACKET: u8 = 10;
pub(super) const REQUEST_KEY_FRAME: u8 = 11;
pub(super) const RESTART_ICE: u8 = 12;
pub(super) const CLOSE: u8 = 13;
pub(super) const SET_DIRECTION: u8 = 14;
pub(super) const ROLLBACK: u8 = 15;
pub(super) const NAME_LOCAL_ADDRESS: u8 = 16;

/// What came of an operation with a secret, in the step that is open.
pub(super) const SHOWN: u8 = 32;
pub(super) const UNEQUAL: u8 = 33;
pub(super) const EQUAL: u8 = 34;
pub(super) const REFUSED: u8 = 35;
pub(super) const OPENED: u8 = 36;

/// What a step brought, which ends it.
pub(super) const OUTPUTS: u8 = 64;
