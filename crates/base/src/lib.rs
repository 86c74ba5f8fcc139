//! Typed ids, clock, Japanese dates, text folding, words in three registers, paging and Problem
