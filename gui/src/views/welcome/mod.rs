//! The first screen: how one enters.
//!
//! On the first start it offers "try it here" or a server's address; then the forms to sign in, to
//! register or to enter by an invitation. What is wrong stands under the field that it is about. A server
//! whose certificate has changed is asked about before anything is sent to it.

mod certificate;
mod choice;
mod fields;
mod forms;
mod screen;

pub use fields::WelcomeFields;
pub use screen::show;
