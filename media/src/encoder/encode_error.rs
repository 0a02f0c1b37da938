//! A picture that could not be encoded.

use crate::picture::PictureSize;

/// Why a picture could not be encoded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// OpenH264 could not make an encoder.
    #[error("the H.264 encoder could not be made (code {code})")]
    Create {
        /// OpenH264's own code.
        code: i64,
    },
    /// OpenH264 refused a picture.
    #[error("the H.264 encoder failed on a picture of {size} (code {code})")]
    Encode {
        /// The size of the picture.
        size: PictureSize,
        /// OpenH264's own code.
        code: i64,
    },
}
