//! The sentences of the procedure, and what answers each.
