//! Media senders and receivers: packetization, jitter buffer, feedback.
