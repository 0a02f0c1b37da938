//! Hashing passwords.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};

use super::{PasswordCost, PasswordHasherError};

/// Argon2id, RFC 9106, with salts from the operating system.
#[derive(Clone, Debug)]
pub struct PasswordHasher {
    argon2: Argon2<'static>,
}

impl PasswordHasher {
    /// A hasher of this cost.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if the cost is out of the algorithm's range.
    pub fn new(cost: PasswordCost) -> Result<PasswordHasher, PasswordHasherError> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None)
            .map_err(|error| PasswordHasherError(error.to_string()))?;
        Ok(PasswordHasher { argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params) })
    }

    /// The PHC string of `password` under a new salt.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if there is no randomness or no memory.
    pub fn hash(&self, password: &str) -> Result<String, PasswordHasherError> {
        let hash = self.argon2.hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|e| PasswordHasherError(e.to_string()))
    }

    /// Whether `password` is the one that `hash` was made of, at the cost of `hash`.
    pub fn verify(&self, password: &str, hash: &str) -> bool {
        let parsed = PasswordHash::new(hash);
        parsed.is_ok_and(|hash| self.argon2.verify_password(password.as_bytes(), &hash).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_salted_and_names_its_cost() {
        let hasher = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        let hash = hasher.hash("correct horse").expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        assert_ne!(hash, hasher.hash("correct horse").expect("hashed"));
        assert!(hasher.verify("correct horse", &hash));
        assert!(!hasher.verify("battery staple", &hash));
        assert!(!hasher.verify("correct horse", "not a hash"));
    }

    #[test]
    fn hashes_of_another_cost_are_verified() {
        let cost = PasswordCost { memory_kib: 16, passes: 2, lanes: 1 };
        let old = PasswordHasher::new(PasswordCost::LEAST).expect("in range");
        let new = PasswordHasher::new(cost).expect("in range");
        assert!(new.verify("secret", &old.hash("secret").expect("hashed")));
    }

    #[test]
    fn a_cost_out_of_range_is_refused() {
        let cost = PasswordCost { memory_kib: 1, passes: 1, lanes: 1 };
        assert!(PasswordHasher::new(cost).is_err());
    }
}
