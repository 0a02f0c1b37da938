//! The seam to storage: invitations and those who enter by them.

use super::{GuestEntry, StoreError, TokenDigest};

/// Where invitations are kept. Times are in seconds since 1970. When a method that writes returns,
/// what it wrote outlasts a crash.
pub trait InvitationStore {
    /// Keeps an invitation by `inviter` until `expires_at`. The oldest of too many ends. Says
    /// whether there is such an account, and it is not disabled.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn invite(
        &mut self,
        now: u64,
        inviter: &str,
        code_hash: &[u8; 32],
        expires_at: u64,
    ) -> Result<bool, StoreError>;

    /// Ends an invitation and the sessions of those who entered by it. Says whether there was one.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn revoke_invitation(
        &mut self,
        inviter: &str,
        code_hash: &[u8; 32],
    ) -> Result<bool, StoreError>;

    /// Begins a session of a guest, who is given the name `guest` and goes by `name`, by an invitation, if it lasts. The oldest of too many guests'
    /// sessions of an inviter ends.
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
