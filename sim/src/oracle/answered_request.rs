//! A request that was delivered, and what became of it.

use super::Way;

/// A request that was delivered to a host, and how often it was answered.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnsweredRequest {
    pub(super) transaction: [u8; 12],
    pub(super) way: Way,
    /// Whether another host sent just these bytes.
    pub(super) is_genuine: bool,
    pub(super) deliveries: u32,
    pub(super) answers: u32,
}
