//! Japanese dates: eras, fiscal years, reading what people type and writing what they read

mod era;
mod parse;
mod show;
#[cfg(test)]
mod tests;

pub use era::{Era, era};
pub use parse::{DateProblem, parse_date};
pub use show::{
    date_short, easy_date, easy_time, english_date, fiscal_year, fiscal_year_days, fiscal_year_label, long_date,
    quarter, show_date, show_fiscal_year, weekday_key,
};
