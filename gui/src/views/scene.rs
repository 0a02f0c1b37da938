//! What a frame is drawn of.

use roomrtc_core::base::Time;

use super::Around;
use crate::catalogue::{Catalogue, FluentValue};
use crate::desktop::{Action, Desktop, News};

/// What a frame is drawn of, and what the person does in it.
#[derive(Debug)]
pub struct Scene<'a> {
    /// When.
    pub now: Time,
    /// The state that is shown.
    pub desktop: &'a Desktop,
    /// The texts.
    pub texts: &'a Catalogue,
    /// What is shown besides the state.
    pub around: Around<'a>,
    /// What the person did.
    pub actions: Vec<Action>,
    /// What the views did by themselves.
    pub news: Vec<News>,
}

impl<'a> Scene<'a> {
    /// A frame in which nothing was done yet.
    pub fn new(now: Time, desktop: &'a Desktop, texts: &'a Catalogue, around: Around<'a>) -> Self {
        Self { now, desktop, texts, around, actions: Vec::new(), news: Vec::new() }
    }

    /// The person did something.
    pub fn act(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// The text of a key with its variables.
    pub fn text(&self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.text(key, variables)
    }
}
