//! Two peers in memory: offers again and again, offers that cross, directions, restarts of ICE.

mod directions;
mod offers;
mod pair;
mod restarts;
mod rollback;
mod wire;

use pair::Pair;
use wire::Wire;
