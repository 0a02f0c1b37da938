//! Hashing passwords.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::try_generate_salt;
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};

use super::{HashMemory, PasswordCost, PasswordHasherError};

/// Argon2id, RFC 9106, with salts from the operating system.
#[derive(Clone, Debug)]
pub struct PasswordHasher {
    params: Params,
}

/// Length of the hashes that are made, in bytes.
const HASH_LENGTH: usize = 32;

impl PasswordHasher {
    /// A hasher of this cost.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if the cost is out of the algorithm's range.
    pub fn new(cost: PasswordCost) -> Result<PasswordHasher, PasswordHasherError> {
        let length = Some(HASH_LENGTH);
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, length);
        Ok(PasswordHasher { params: params.map_err(PasswordHasherError::because)? })
    }

    /// The PHC string of `password` under a new salt.
    ///
    /// # Errors
    /// [`PasswordHasherError`] if the system gives no randomness.
    pub fn hash(
        &self,
        password: &str,
        memory: &mut HashMemory,
    ) -> Result<String, PasswordHasherError> {
        let salt = try_generate_salt().map_err(PasswordHasherError::because)?;
        let output = argon2id(&self.params, password, &salt, memory)?;
        let hash = PasswordHash {
            algorithm: ARGON2ID_IDENT,
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(&self.params).map_err(PasswordHasherError::because)?,
            salt: Some(Salt::new(&salt).map_err(PasswordHasherError::because)?),
            hash: Some(output),
        };
        Ok(hash.to_string())
    }

    /// Whether `hash` has the cost of those that are made here.
    pub fn is_of_this_cost(&self, hash: &str) -> bool {
        let Ok(hash) = PasswordHash::new(hash) else {
            return false;
        };
        let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        Params::try_from(&hash).is_ok_and(|params| cost(&params) == cost(&self.params))
    }

    /// Whether `password` is the one that `hash` was made of, at the cost of `hash`. Takes as long
    /// whether it is or not.
    pub fn verify(&self, password: &str, hash: &str, memory: &mut HashMemory) -> bool {
        let Ok(hash) = PasswordHash::new(hash) else {
            return false;
        };
        let is_ours =
            hash.algorithm == ARGON2ID_IDENT && hash.version == Some(Version::V0x13.into());
        let (true, Ok(params), Some(salt), Some(expected)) =
            (is_ours, Params::try_from(&hash), &hash.salt, &hash.hash)
        else {
            return false;
        };
        // Outputs are compared in constant time.
        argon2id(&params, password, salt, memory).is_ok_and(|output| output == *expected)
    }
}

fn argon2id(
    params: &Params,
    password: &str,
    salt: &[u8],
    memory: &mut HashMemory,
) -> Result<Output, PasswordHasherError> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    memory.note(params.m_cost(), params.t_cost());
    let blocks = memory.at_least(params.block_count());
    let mut bytes = [0; Output::MAX_LENGTH];
    let bytes = &mut bytes[..params.output_len().unwrap_or(HASH_LENGTH).min(Output::MAX_LENGTH)];
    argon2
        .hash_password_into_with_memory(password.as_bytes(), salt, bytes, blocks)
        .map_err(PasswordHasherError::because)?;
    Output::new(bytes).map_err(PasswordHasherError::because)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hasher(memory_kib: u32) -> PasswordHasher {
        let cost = PasswordCost { memory_kib, passes: 1, lanes: 1 };
        PasswordHasher::new(cost).expect("in range")
    }

    #[test]
    fn a_hash_is_salted_and_names_its_cost() {
        let (hasher, memory) = (hasher(8), &mut HashMemory::default());
        let hash = hasher.hash("correct horse", memory).expect("hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{hash}");
        assert_ne!(hash, hasher.hash("correct horse", memory).expect("hashed"));
        assert!(hasher.verify("correct horse", &hash, memory));
        assert!(!hasher.verify("battery staple", &hash, memory));
        assert!(!hasher.verify("correct horse", "not a hash", memory));
        let other_kind = hash.replace("argon2id", "argon2i");
        assert!(!hasher.verify("correct horse", &other_kind, memory));
    }

    /// The crate's own one-step interface understands and makes the same strings.
    #[test]
    fn hashes_are_those_of_the_algorithm() {
        use argon2::{PasswordHasher as _, PasswordVerifier as _};
        let (hasher, memory) = (hasher(8), &mut HashMemory::default());
        let ours = hasher.hash("correct horse", memory).expect("hashed");
        let argon2 = Argon2::from(&hasher.params);
        let parsed = PasswordHash::new(&ours).expect("a PHC string");
        argon2.verify_password(b"correct horse", &parsed).expect("the same");
        let theirs = argon2.hash_password(b"correct horse").expect("hashed").to_string();
        assert!(hasher.verify("correct horse", &theirs, memory));
    }

    #[test]
    fn hashes_of_another_cost_are_verified() {
        let memory = &mut HashMemory::default();
        let old = hasher(64).hash("secret", memory).expect("hashed");
        assert!(hasher(8).verify("secret", &old, memory));
        let new = hasher(8).hash("secret", memory).expect("hashed");
        assert!(hasher(64).verify("secret", &new, &mut HashMemory::default()));
    }

    #[test]
    fn a_cost_out_of_range_is_refused() {
        let cost = PasswordCost { memory_kib: 1, passes: 1, lanes: 1 };
        assert!(PasswordHasher::new(cost).is_err());
    }
}
