//! Offer and answer: between two of ours, and with descriptions as other stacks write them.

mod agreements;
mod answers;
mod fixtures;
mod properties;
mod refusals;
mod renegotiation;
mod repair;
