//! Starting a loop where something is in the way.

use std::net::UdpSocket;

use roomrtc_io_mio::{AddressChoice, EventLoop, LocalAddress, LoopConfig, LoopError};

use super::running_loop::{RunningLoop, loopback};
use super::test_command::TestCommand;
use super::test_event::TestEvent;

fn failure(config: LoopConfig) -> LoopError {
    match EventLoop::<TestCommand>::new(config) {
        Ok(_) => panic!("it starts"),
        Err(failure) => failure,
    }
}

#[test]
fn a_port_in_use_is_said_to_be() {
    let taken = UdpSocket::bind("127.0.0.1:0").expect("a socket");
    let address = taken.local_addr().expect("bound");
    let message = failure(LoopConfig { port: address.port(), ..loopback() }).to_string();
    assert_eq!(message, format!("cannot bind UDP socket {address}: the port is in use"));
}

#[test]
fn an_address_of_another_machine_is_said_to_be() {
    let elsewhere = "203.0.113.77".parse().expect("an address");
    let addresses = Some(AddressChoice::Only(elsewhere));
    let message = failure(LoopConfig { addresses, ..loopback() }).to_string();
    let expected = "cannot bind UDP socket 203.0.113.77:0: this machine does not have the address";
    assert_eq!(message, expected);
}

#[test]
fn all_addresses_are_announced_before_the_list_is_complete() {
    let config = LoopConfig { addresses: Some(AddressChoice::All), ..loopback() };
    let running = RunningLoop::start(config);
    let mut count = 0;
    while let TestEvent::Address(LocalAddress::Added(local)) = running.event() {
        assert!(local.port() != 0 && !local.ip().is_unspecified());
        count += 1;
    }
    // The event that ended the loop above was the end of the list.
    assert!(count > 0);
    running.finish();
}

#[test]
fn a_loop_may_do_without_datagrams() {
    let running = RunningLoop::start(LoopConfig { addresses: None, ..loopback() });
    assert_eq!(running.event(), TestEvent::Address(LocalAddress::Complete));
    running.finish();
}
