//! SRTP as its RFCs promise it, for whatever packets come, in whatever order.

mod hostile;
mod order;
mod packets;
mod pair;
mod round_trip;
