//! Eras, dates and fiscal years by table
