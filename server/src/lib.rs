//! The signalling server of Room RTC.
