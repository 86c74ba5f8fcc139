//! Wing 2: handing over, and the rest of the work with one person
