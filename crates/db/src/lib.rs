//! The only place where an SQL engine is named
