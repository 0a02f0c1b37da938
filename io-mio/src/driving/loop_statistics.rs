//! What a loop counts.

/// What a loop has done since it began. Each datagram it did not send is under one reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoopStatistics {
    /// Returns from the wait, for whatever cause.
    pub wakeups: u64,
    /// Expirations of the timer.
    pub timer_expirations: u64,
    /// Waits put off because a deadline stood in the past although it was served again and again.
    pub overdue_deadlines: u64,
    /// Commands of other threads.
    pub commands: u64,
    /// Calls of `recvmmsg`.
    pub receive_calls: u64,
    /// Datagrams received.
    pub datagrams_received: u64,
    /// Bytes of datagrams received, without headers.
    pub bytes_received: u64,
    /// Calls of `sendmsg` for datagrams.
    pub send_calls: u64,
    /// Datagrams sent.
    pub datagrams_sent: u64,
    /// Bytes of datagrams sent, without headers.
    pub bytes_sent: u64,
    /// Datagrams not sent: too much waited for room in the socket's buffer.
    pub dropped_backlog_full: u64,
    /// Datagrams not sent: there is no socket on the address they were to leave from.
    pub dropped_no_socket: u64,
    /// Datagrams not sent: longer than the path carries.
    pub dropped_too_long: u64,
    /// Datagrams not sent: no route, or the address is gone.
    pub dropped_unreachable: u64,
    /// Datagrams not sent for any other reason.
    pub dropped_send_failed: u64,
    /// Messages of multicast DNS received, by whomever and whatever about.
    pub names_received: u64,
    /// Messages of multicast DNS sent.
    pub names_sent: u64,
    /// ICMP errors received.
    pub icmp_errors: u64,
    /// Errors that UDP sockets reported, ICMP errors among them.
    pub socket_errors: u64,
    /// Sockets that could not be opened, for want of descriptors or of their address.
    pub open_failures: u64,
    /// Addresses that came or went after the start.
    pub address_changes: u64,
}
