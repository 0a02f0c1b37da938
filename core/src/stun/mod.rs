//! Session Traversal Utilities for NAT, RFC 8489.
