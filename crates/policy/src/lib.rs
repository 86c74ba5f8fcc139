//! May this viewer see or do this: facts in, decision with its basis out
