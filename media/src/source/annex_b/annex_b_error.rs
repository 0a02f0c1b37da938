//! An H.264 file that cannot be used.

/// What is wrong with an H.264 file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnexBError {
    /// It is larger than is read into memory.
    #[error("it is larger than {} MiB", bytes >> 20)]
    TooLarge {
        /// The bound in bytes.
        bytes: u64,
    },
    /// It has no picture that can be decoded without others.
    #[error("it has no IDR picture to start with")]
    NoKeyFrame,
    /// There is no sequence parameter set before the first IDR picture, or it is broken.
    #[error("it has no usable sequence parameter set before its first IDR picture")]
    NoParameterSet,
}
