//! Everything a person sees: functions of the desktop's state that return what the person does.
//!
//! [`show`] draws one frame. It reads a [`Scene`] (the [`Desktop`](crate::desktop::Desktop), the texts, the
//! log, the statistics) and a [`Views`], which keeps what is being typed and the videos' textures; what the
//! person did is in [`Scene::actions`] afterwards. Nothing here waits, and nothing here decides: the desktop
//! does.
//!
//! [`welcome`], [`lobby`] and [`call`] are the screens, [`panels`] what opens beside or above them, [`words`]
//! the sentences of typed values, [`widgets`] and [`theme`] the look. Every control has an accessible name,
//! can be reached with the tabulator key, and most have a shortcut ([`keyboard`]).
//!
//! Left out: the menu bar, drag and drop, more than one window.

mod around;
pub mod call;
#[cfg(test)]
mod flow_tests;
pub mod keyboard;
pub mod lobby;
pub mod notices;
pub mod panels;
#[cfg(test)]
mod picture_tests;
mod scene;
mod show;
pub mod theme;
#[allow(clippy::module_inception)]
mod views;
pub mod welcome;
pub mod widgets;
pub mod words;

pub use around::Around;
pub use scene::Scene;
pub use show::show;
pub use views::Views;
