//! The seam to storage: sessions.

use super::{Resumption, StoreError, TokenDigest};
use crate::hub::SessionId;

/// Where sessions are kept. Times are in seconds since 1970. When a method that writes returns,
/// what it wrote outlasts a crash.
pub trait SessionStore {
    /// Begins a session of an account until `expires_at`, if the hash of its password is still this
    /// one and nobody has disabled it. The oldest of too many ends.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn begin_session(
        &mut self,
        now: u64,
        account: &str,
        password_hash: &str,
        token: &TokenDigest,
        expires_at: u64,
    ) -> Result<Option<SessionId>, StoreError>;

    /// Puts `new_hash` in the place of `password_hash`, ends all sessions of the account and begins
    /// one until `expires_at`, if the hash is still this one and nobody has disabled the account.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn change_password(
        &mut self,
        account: &str,
        password_hash: &str,
        new_hash: &str,
        token: &TokenDigest,
        expires_at: u64,
    ) -> Result<Option<SessionId>, StoreError>;

    /// Goes on with the session of `presented`: from now on `next` resumes it, and for a while
    /// `presented` still does. An account's session lasts until `expires_at`, a guest's as long as
    /// it did. A token that was voided before ends its session.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn resume_session(
        &mut self,
        now: u64,
        presented: &TokenDigest,
        next: &TokenDigest,
        expires_at: u64,
    ) -> Result<Resumption, StoreError>;

    /// Ends a session, if it lasts.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn end_session(&mut self, session: SessionId) -> Result<(), StoreError>;
}
