//! A test of the tests: the simulator catches every bug that is planted in the core.
