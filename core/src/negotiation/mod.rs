//! Offer and answer, RFC 8829.
