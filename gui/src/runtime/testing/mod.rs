//! What tests of runtimes share.

mod desk;
mod person;
mod scripted_source;
mod scripted_sources;
mod scripted_state;

pub(super) use desk::Desk;
pub(super) use person::Person;
pub(super) use scripted_sources::ScriptedSources;

use scripted_source::ScriptedSource;
use scripted_state::ScriptedState;
