//! Percentages, never without what they are a percentage of.

use std::fmt;

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    of: u32,
    all: u32,
}

impl Share {
    /// `of` out of `all`; `None` where there is no base, or the part is larger than the whole.
    pub const fn new(of: u32, all: u32) -> Option<Self> {
        if all == 0 || of > all { None } else { Some(Self { of, all }) }
    }

    /// How many.
    pub const fn of(self) -> u32 {
        self.of
    }

    /// Of how many.
    pub const fn all(self) -> u32 {
        self.all
    }

    /// Tenths of a percent, 0–1000; a half is rounded up, as printed reports do.
    pub const fn tenths(self) -> u32 {
        let (of, all) = (self.of as u64, self.all as u64);
        // At most 1000, for the part is never larger than the whole.
        #[expect(clippy::cast_possible_truncation, reason = "at most 1000")]
        let tenths = ((2_000 * of + all) / (2 * all)) as u32;
        tenths
    }

    /// The share of `all` that would be printed as this percentage, in tenths; `None` where no number of answers gives it,
    /// so that the print must be wrong in the figure or in its base. Of several, the smallest.
    pub fn printed_as(tenths: u32, all: u32) -> Option<Self> {
        (0..=all).filter_map(|of| Self::new(of, all)).find(|share| share.tenths() == tenths)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}% ({}/{})", self.tenths() / 10, self.tenths() % 10, self.of, self.all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_stands_beside_the_percentage() {
        let share = |of, all| Share::new(of, all).expect("a share");
        assert_eq!(share(11, 13).to_string(), "84.6% (11/13)");
        assert_eq!(share(1, 8).to_string(), "12.5% (1/8)");
        assert_eq!(share(1, 16).to_string(), "6.3% (1/16)", "a half goes up");
        assert_eq!((share(0, 5).tenths(), share(5, 5).tenths()), (0, 1_000));
        assert_eq!(share(u32::MAX, u32::MAX).tenths(), 1_000);
        assert_eq!((Share::new(1, 0), Share::new(2, 1)), (None, None));
    }

    /// The exit survey of study 1 (thirteen answers) as it was printed, in tenths.
    #[test]
    fn printed_percentages_come_back_or_show_their_slip() {
        let printed = |tenths, all| Share::printed_as(tenths, all).map(Share::of);
        assert_eq!([846, 692, 615, 385].map(|t| printed(t, 13)), [Some(11), Some(9), Some(8), Some(5)]);
        assert_eq!(printed(306, 13), None, "no number of thirteen gives 30.6 %; 4/13 is 30.8");
        assert_eq!([417, 333, 250, 167, 83].map(|t| printed(t, 13)), [None; 5], "thirteen are said to have answered …");
        assert_eq!([417, 333, 250, 167, 83].map(|t| printed(t, 12)), [5, 4, 3, 2, 1].map(Some), "… it was twelve");
        assert_eq!([600, 400, 200].map(|t| printed(t, 5)), [3, 2, 1].map(Some));
        assert_eq!((printed(776, 79), printed(776, 76)), (None, Some(59)), "59/79 is 74.7 %");
        assert_eq!((printed(423, 7), printed(283, 7)), (None, None), "3/7 is 42.9, 2/7 is 28.6 %");
        assert_eq!((printed(478, 46), printed(180, 46)), (Some(22), None));
    }
}
