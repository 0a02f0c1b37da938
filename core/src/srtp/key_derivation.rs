//! The key derivation of RFC 3711 section 4.3.

use super::MasterKey;
use crate::crypto::{CryptoError, CryptoProvider};

/// Fills `output` with the session key or salt of `label`, section 4.3.1: the key stream of the
/// master key, started at the label and the master salt. The derivation rate is zero.
pub(super) fn derive(
    provider: &dyn CryptoProvider,
    master: &MasterKey,
    label: u8,
    output: &mut [u8],
) -> Result<(), CryptoError> {
    key_stream(provider, master.key(), master.long_salt(), label, output)
}

fn key_stream(
    provider: &dyn CryptoProvider,
    key: &[u8],
    salt: &[u8; 14],
    label: u8,
    output: &mut [u8],
) -> Result<(), CryptoError> {
    let mut initial = [0; 16];
    initial[..14].copy_from_slice(salt);
    initial[7] ^= label;
    output.fill(0);
    provider.counter_mode(key)?.apply(&initial, output);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::default_provider;
    use crate::srtp::SrtpProfile;
    use crate::wire::hex;

    fn derived(master: &MasterKey, label: u8, length: usize) -> Vec<u8> {
        let mut output = vec![0xff; length];
        derive(default_provider(), master, label, &mut output).expect("a valid key");
        output
    }

    #[test]
    fn vectors_of_rfc_3711() {
        // Appendix B.3.
        let master = MasterKey::new(
            SrtpProfile::Aes128CmHmacSha1_80,
            &hex("e1f97a0d3e018be0d64fa32c06de4139"),
            &hex("0ec675ad498afeebb6960b3aabe6"),
        )
        .expect("a master key");
        assert_eq!(derived(&master, 0, 16), hex("c61e7a93744f39ee10734afe3ff7a087"));
        assert_eq!(derived(&master, 2, 14), hex("30cbbc08863d8c85d49db34a9ae1"));
        let authentication = "cebe321f6ff7716b6fd4ab49af256a156d38baa48f0a0acf3c34e2359e6cdbce\
            e049646c43d9327ad175578ef72270986371c10c9a369ac2f94a8c5fbcdddc25\
            6d6e919a48b610ef17c2041e474035766b68642c59bbfc2f34db60dbdfb2";
        assert_eq!(derived(&master, 1, 94), hex(authentication));
    }

    #[test]
    fn vectors_of_rfc_6188() {
        // Section 7.4: a key of 256 bits.
        let key = hex("f0f04914b513f2763a1b1fa130f10e2998f6f6e43e4309d1e622a0e332b9f1b6");
        let salt = hex("3b04803de51ee7c96423ab5b78d2").try_into().expect("fourteen bytes");
        for (label, expected) in [
            (0, "5ba1064e30ec51613cad926c5a28ef731ec7fb397f70a960653caf06554cd8c4"),
            (1, "fd9c32d39ed5fbb5a9dc96b30818454d1313dc05"),
            (2, "fa31791685ca444a9e07c6c64e93"),
        ] {
            let mut output = vec![0xff; expected.len() / 2];
            key_stream(default_provider(), &key, &salt, label, &mut output).expect("a valid key");
            assert_eq!(output, hex(expected), "{label}");
        }
    }
}
