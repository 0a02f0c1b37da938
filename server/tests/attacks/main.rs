//! What strangers may try against a running server, over real sockets on loopback, and what must not
//! come of it. Each file is an attack, or a rule that one would break.

mod any_certificate;
mod body_without_end;
mod byte_stream;
mod certificates;
#[path = "../program/client.rs"]
mod client;
mod cross_site_websocket;
mod draining;
mod finding_users;
mod half_open;
mod huge_length;
mod inspection;
mod login_flood;
mod malformed_http;
mod malformed_tls;
mod malformed_websocket;
mod many_of_an_address;
mod never_reading;
mod peer;
mod plain_refused;
mod revocation;
mod running_program;
mod running_server;
mod short_reads;
mod stolen_store;
mod stun;
mod token_replay;
mod wire;
