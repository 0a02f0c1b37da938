//! The seam to storage: invitations and those who enter by them.

use super::{GuestEntry, StoreError, TokenDigest};
use crate::hub::UserSession;

/// Where invitations are kept. Times are in seconds since 1970. When a method that writes returns,
/// what it wrote outlasts a crash.
pub trait InvitationStore {
    /// Keeps an invitation by `inviter` until `expires_at`. The oldest of too many ends, and the
    /// guests' sessions with it, which are given back; `None` if there is no such account, or it is
    /// disabled.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn invite(
        &mut self,
        now: u64,
        inviter: &str,
        code_hash: &[u8; 32],
        expires_at: u64,
    ) -> Result<Option<Vec<UserSession>>, StoreError>;

    /// Ends an invitation, if there is one, and the sessions of those who entered by it, which are
    /// given back.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn revoke_invitation(
        &mut self,
        inviter: &str,
        code_hash: &[u8; 32],
    ) -> Result<Vec<UserSession>, StoreError>;

    /// Begins a session of a guest, who is given the name `guest` and goes by `name`, by an
    /// invitation, if it lasts.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn enter(
        &mut self,
        now: u64,
        code_hash: &[u8; 32],
        guest: &str,
        name: &str,
        token: &TokenDigest,
    ) -> Result<Option<GuestEntry>, StoreError>;
}
