//! A stream, whatever is in it.

use std::io::{Read, Write};

/// What can be read from and written to.
pub(crate) trait ByteStream: Read + Write {}

impl<T: Read + Write> ByteStream for T {}
