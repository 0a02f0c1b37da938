//! Real descriptions of other stacks, kept in `descriptions/`: each is parsed, answered, and written
//! back; and what is left of them after damage does no harm. How they were made is in `README.md`.

mod damage;
mod descriptions;
mod real_description;

use real_description::RealDescription;
