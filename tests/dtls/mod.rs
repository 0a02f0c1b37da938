//! DTLS 1.2: two endpoints in memory under virtual time, hostile input, and OpenSSL's and
//! GnuTLS's own clients and servers as real processes.

mod after_the_handshake;
mod agreements;
mod chromium_hello;
mod fixtures;
mod forged_alerts;
mod gnutls;
mod gnutls_as_client;
mod gnutls_as_server;
mod in_flight;
mod loss;
mod lossy_proxy;
mod message_properties;
mod network_properties;
mod noise;
mod openssl;
mod openssl_as_client;
mod openssl_as_server;
mod openssl_rsa_as_client;
mod openssl_rsa_as_server;
mod pair;
mod pem_identity;
mod process_output;
mod refusals;
mod timing;
mod transcripts;
mod transitions;
mod udp_peer;
mod waiting_for_fingerprints;
