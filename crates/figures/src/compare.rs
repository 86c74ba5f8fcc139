//! Two groups, and the same people before and after: rank tests with an effect size.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::rank::{Method, ranks};

/// Above this many values every way is no longer counted out.
const EXACT_UP_TO: usize = 30;

/// What a comparison came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// How far the one side lies above the other: −1 all below, 0 alike, 1 all above (rank-biserial correlation; of two
    /// groups it is Cliff's delta).
    pub effect: f64,
    /// Two-sided, 0–1.
    pub p: f64,
    /// Values that counted: of both groups, or pairs that changed.
    pub n: usize,
    /// How p was found.
    pub method: Method,
}

/// Whether the values of one group lie above those of another (Mann and Whitney 1947); `None` where a group is empty or a
/// value is not finite.
///
/// Without ties and up to 30 values p is exact, else by the normal distribution.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
pub fn mann_whitney(one: &[f64], other: &[f64]) -> Option<Compared> {
    let all: Vec<f64> = one.iter().chain(other).map(|value| value + 0.0).collect();
    if one.is_empty() || other.is_empty() || all.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let ranks = ranks(&all);
    let (m, k, n) = (one.len() as f64, other.len() as f64, all.len() as f64);
    let above = ranks[..one.len()].iter().sum::<f64>() - m * (m + 1.0) / 2.0;
    let effect = 2.0 * above / (m * k) - 1.0;
    let ties = ties(&ranks);
    if ties == 0.0 && all.len() <= EXACT_UP_TO {
        let ways = ways_of_groups(one.len(), other.len());
        return Some(Compared { effect, p: two_sided(&ways, above), n: all.len(), method: Method::Exact });
    }
    let spread = (m * k / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)))).sqrt();
    let p = normal((above - m * k / 2.0).abs(), spread)?;
    Some(Compared { effect, p, n: all.len(), method: Method::Normal })
}

/// Whether values went up or down from before to after (Wilcoxon's signed ranks, 1945); pairs without change do not count.
/// `None` where nothing changed or a value is not finite.
///
/// Without ties and up to 30 changes p is exact, else by the normal distribution.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
pub fn signed_rank(pairs: &[(f64, f64)]) -> Option<Compared> {
    let changes: Vec<f64> =
        pairs.iter().map(|(before, after)| after - before).filter(|change| *change != 0.0).collect();
    if changes.is_empty() || changes.iter().any(|change| !change.is_finite()) {
        return None;
    }
    let ranks = ranks(&changes.iter().map(|change| change.abs()).collect::<Vec<_>>());
    let up: f64 = changes.iter().zip(&ranks).filter(|(change, _)| **change > 0.0).map(|(_, rank)| rank).sum();
    let n = changes.len() as f64;
    let all = n * (n + 1.0) / 2.0;
    let effect = 2.0 * up / all - 1.0;
    let ties = ties(&ranks);
    if ties == 0.0 && changes.len() <= EXACT_UP_TO {
        let ways = ways_of_signs(changes.len());
        return Some(Compared { effect, p: two_sided(&ways, up), n: changes.len(), method: Method::Exact });
    }
    let spread = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - ties / 48.0).sqrt();
    let p = normal((up - all / 2.0).abs(), spread)?;
    Some(Compared { effect, p, n: changes.len(), method: Method::Normal })
}

/// The sum of t³ − t over ties of t values.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
fn ties(ranks: &[f64]) -> f64 {
    let mut sorted = ranks.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|tied| (tied.len() as f64).powi(3) - tied.len() as f64).sum()
}

/// Two-sided p of a distance from the middle, with the correction for being continuous.
fn normal(distance: f64, spread: f64) -> Option<f64> {
    if spread == 0.0 {
        return Some(1.0);
    }
    let standard = Normal::new(0.0, 1.0).ok()?;
    Some((2.0 * standard.sf((distance - 0.5).max(0.0) / spread)).min(1.0))
}

/// In how many ways each sum comes about, out of all that are equally likely: twice the smaller tail.
fn two_sided(ways: &[f64], found: f64) -> f64 {
    let all: f64 = ways.iter().sum();
    // Without ties the sum is a whole number, and never negative.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0")]
    let at = found.round() as usize;
    let below: f64 = ways[..=at.min(ways.len() - 1)].iter().sum();
    let above: f64 = ways[at.min(ways.len() - 1)..].iter().sum();
    (2.0 * below.min(above) / all).min(1.0)
}

/// For each number of values of the other group that lie below, in how many ways `m` and `k` values can stand.
fn ways_of_groups(m: usize, k: usize) -> Vec<f64> {
    // Adding one value of the first group at a time, from the lowest: it stands above 0..=k of the others, and never above
    // fewer than the one before. ways[taken][sum], built over the others one by one.
    let mut ways = vec![vec![0.0; m * k + 1]; m + 1];
    ways[0][0] = 1.0;
    for below in 0..=k {
        for taken in 0..m {
            for sum in 0..=(m * k).saturating_sub(below) {
                let more = ways[taken][sum];
                ways[taken + 1][sum + below] += more;
            }
        }
    }
    ways.swap_remove(m)
}

/// For each sum of ranks 1..=n that went up, in how many ways it comes about.
fn ways_of_signs(n: usize) -> Vec<f64> {
    let mut ways = vec![0.0; n * (n + 1) / 2 + 1];
    ways[0] = 1.0;
    for rank in 1..=n {
        for sum in (rank..ways.len()).rev() {
            ways[sum] += ways[sum - rank];
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn groups_that_lie_apart() {
        let found = mann_whitney(&[7.0, 8.0, 9.0], &[1.0, 2.0, 3.0, 4.0]).expect("a comparison");
        assert!(close(found.effect, 1.0) && close(found.p, 2.0 / 35.0), "{found:?}");
        let found = mann_whitney(&[1.0, 4.0], &[2.0, 3.0]).expect("a comparison");
        assert!(close(found.effect, 0.0) && close(found.p, 1.0), "{found:?}");
        assert_eq!(mann_whitney(&[], &[1.0]), None);
        let tied = mann_whitney(&[1.0, 1.0], &[1.0, 1.0]).expect("a comparison");
        assert!(close(tied.p, 1.0) && tied.method == Method::Normal, "{tied:?}");
    }

    #[test]
    fn everybody_changes_the_same_way() {
        let pairs: Vec<_> = (1..=6_i32).map(|n| (0.0, f64::from(n))).collect();
        let found = signed_rank(&pairs).expect("a comparison");
        assert!(close(found.effect, 1.0) && close(found.p, 2.0 / 64.0), "{found:?}");
        assert_eq!(signed_rank(&[(3.0, 3.0)]), None);
    }

    /// Every way of choosing which values are the first group's, counted one by one.
    fn counted(one: &[i32], other: &[i32]) -> f64 {
        let all: Vec<i32> = one.iter().chain(other).copied().collect();
        let above = |first: &[i32], second: &[i32]| {
            first.iter().map(|x| second.iter().filter(|y| *y < x).count()).sum::<usize>()
        };
        let found = above(one, other);
        let (mut below, mut beyond, mut ways) = (0_u32, 0_u32, 0_u32);
        for chosen in 0_u32..1 << all.len() {
            if usize::try_from(chosen.count_ones()) != Ok(one.len()) {
                continue;
            }
            let (mut first, mut second) = (Vec::new(), Vec::new());
            for (at, value) in all.iter().enumerate() {
                if chosen >> at & 1 == 1 { first.push(*value) } else { second.push(*value) }
            }
            let here = above(&first, &second);
            ways += 1;
            below += u32::from(here <= found);
            beyond += u32::from(here >= found);
        }
        (2.0 * f64::from(below.min(beyond)) / f64::from(ways)).min(1.0)
    }

    proptest! {
        #[test]
        fn the_exact_p_is_what_counting_gives(values in prop::collection::btree_set(0_i32..100, 2..10), first in 1_usize..9, seed: u64) {
            let mut values: Vec<i32> = values.into_iter().collect();
            let turn = usize::try_from(seed % 1_000).unwrap_or_default() % values.len();
            values.rotate_left(turn);
            let (one, other) = values.split_at(first.min(values.len() - 1));
            let float = |values: &[i32]| values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>();
            let found = mann_whitney(&float(one), &float(other)).expect("a comparison");
            prop_assert_eq!(found.method, Method::Exact);
            prop_assert!(close(found.p, counted(one, other)), "{:?} {:?} {:?}", one, other, found);
        }

        #[test]
        fn the_other_way_round_it_is_the_other_sign(one in prop::collection::vec(0_i32..8, 1..20), other in prop::collection::vec(0_i32..8, 1..20)) {
            let float = |values: &[i32]| values.iter().map(|v| f64::from(*v)).collect::<Vec<_>>();
            let (here, there) = (mann_whitney(&float(&one), &float(&other)), mann_whitney(&float(&other), &float(&one)));
            let (here, there) = (here.expect("a comparison"), there.expect("a comparison"));
            prop_assert!(close(here.effect, -there.effect) && close(here.p, there.p), "{here:?} {there:?}");
        }
    }
}
