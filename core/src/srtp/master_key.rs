//! What a handshake gives to one direction.

use std::fmt;

use super::SrtpProfile;

/// The master key and the master salt of one direction, RFC 3711 section 3.2.1.
#[derive(Clone, PartialEq, Eq)]
pub struct MasterKey {
    profile: SrtpProfile,
    key: [u8; 32],
    salt: [u8; 14],
}

impl MasterKey {
    /// The key and the salt given; nothing if one has not the length of `profile`.
    pub fn new(profile: SrtpProfile, key: &[u8], salt: &[u8]) -> Option<MasterKey> {
        if key.len() != profile.key_length() || salt.len() != profile.salt_length() {
            return None;
        }
        let mut master = MasterKey { profile, key: [0; 32], salt: [0; 14] };
        master.key[..key.len()].copy_from_slice(key);
        master.salt[..salt.len()].copy_from_slice(salt);
        Some(master)
    }

    /// The keys of both directions out of the keying material that a handshake exports under
    /// `EXTRACTOR-dtls_srtp`, RFC 5764 section 4.2: first what the DTLS client sends with, then
    /// what the DTLS server sends with. Nothing if the material has not the length of `profile`.
    pub fn split(profile: SrtpProfile, exported: &[u8]) -> Option<(MasterKey, MasterKey)> {
        if exported.len() != profile.keying_material_length() {
            return None;
        }
        let (keys, salts) = exported.split_at(2 * profile.key_length());
        let (client_key, server_key) = keys.split_at(profile.key_length());
        let (client_salt, server_salt) = salts.split_at(profile.salt_length());
        Some((
            MasterKey::new(profile, client_key, client_salt)?,
            MasterKey::new(profile, server_key, server_salt)?,
        ))
    }

    /// The profile it is for.
    pub fn profile(&self) -> SrtpProfile {
        self.profile
    }

    pub(super) fn key(&self) -> &[u8] {
        &self.key[..self.profile.key_length()]
    }

    /// The salt, filled up with zeroes to the 112 bits that the derivation works on (RFC 7714
    /// section 11).
    pub(super) fn long_salt(&self) -> &[u8; 14] {
        &self.salt
    }
}

impl fmt::Debug for MasterKey {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MasterKey").field("profile", &self.profile).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_material_is_keys_then_salts_client_first() {
        let exported: Vec<u8> = (0..56).collect();
        let (client, server) =
            MasterKey::split(SrtpProfile::AeadAes128Gcm, &exported).expect("56 bytes");
        assert_eq!(client.key(), &exported[..16]);
        assert_eq!(server.key(), &exported[16..32]);
        assert_eq!(client.long_salt()[..12], exported[32..44]);
        assert_eq!(server.long_salt()[..12], exported[44..]);
        assert_eq!(server.long_salt()[12..], [0, 0]);
    }

    #[test]
    fn other_lengths_are_refused() {
        for profile in SrtpProfile::ALL {
            let (key, salt) = (vec![0; profile.key_length()], vec![0; profile.salt_length()]);
            assert!(MasterKey::new(profile, &key, &salt).is_some());
            assert!(MasterKey::new(profile, &key[1..], &salt).is_none());
            assert!(MasterKey::new(profile, &key, &salt[1..]).is_none());
            assert!(MasterKey::split(profile, &key).is_none());
        }
    }
}
