//! Rank correlation by Spearman, with ties, and with a p value whose method is named.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// Up to this many pairs every order is tried, so that p is exact: 9! orders.
const EXACT_UP_TO: usize = 9;

/// How a p value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every way in which it could have come by chance was counted, ties included.
    Exact,
    /// Student's t with n − 2 degrees of freedom, as the printed reports do.
    StudentT,
    /// The normal distribution, corrected for ties and for being continuous.
    Normal,
}

/// A rank correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Between −1 and 1.
    pub rho: f64,
    /// Two-sided, 0–1.
    pub p: f64,
    /// How many pairs.
    pub n: usize,
    /// How p was found.
    pub method: Method,
}

/// The rank of each value, from 1; equal values share the mean of theirs. Values are finite.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for tied in order.chunk_by(|a, b| values[*a].total_cmp(&values[*b]).is_eq()) {
        let mean = f64::midpoint(before as f64 + 1.0, (before + tied.len()) as f64);
        for at in tied {
            ranks[*at] = mean;
        }
        before += tied.len();
    }
    ranks
}

/// Spearman's rank correlation; `None` below three pairs, where one side is always the same, or where a value is not finite.
///
/// Up to nine pairs p is exact, above that by Student's t.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<Correlation> {
    let n = pairs.len();
    // Minus nothing is nothing: the order of floating point numbers would tell them apart.
    let side = |of: fn(&(f64, f64)) -> f64| ranks(&pairs.iter().map(|pair| of(pair) + 0.0).collect::<Vec<_>>());
    if n < 3 || pairs.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
        return None;
    }
    let (x, y) = (side(|pair| pair.0), side(|pair| pair.1));
    let (x, y) = (centred(&x), centred(&y));
    let length = (dot(&x, &x) * dot(&y, &y)).sqrt();
    if length == 0.0 {
        return None;
    }
    let rho = (dot(&x, &y) / length).clamp(-1.0, 1.0);
    if n <= EXACT_UP_TO {
        return Some(Correlation { rho, p: exact(&x, &y), n, method: Method::Exact });
    }
    Some(Correlation { rho, p: p_by_t(rho, n)?, n, method: Method::StudentT })
}

/// The two-sided p of a rank correlation of `n` pairs by Student's t; `None` below three pairs or beyond ±1.
#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
pub fn p_by_t(rho: f64, n: usize) -> Option<f64> {
    if n < 3 || !(-1.0..=1.0).contains(&rho) {
        return None;
    }
    let freedom = (n - 2) as f64;
    let t = rho * (freedom / (1.0 - rho * rho)).sqrt();
    if t.is_infinite() {
        return Some(0.0);
    }
    let student = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some((2.0 * student.sf(t.abs())).min(1.0))
}

/// The stars that reports print: two below 0.01, one below 0.05.
pub const fn stars(p: f64) -> &'static str {
    if p < 0.01 {
        "**"
    } else if p < 0.05 {
        "*"
    } else {
        ""
    }
}

/// Every order of `y` is as likely as any other: in how many is the correlation at least as strong?
fn exact(x: &[f64], y: &[f64]) -> f64 {
    let limit = dot(x, y).abs() - 1e-9;
    let mut y = y.to_vec();
    let (mut all, mut as_strong) = (0_u32, 0_u32);
    orders(&mut y, x.len(), &mut |order| {
        all += 1;
        as_strong += u32::from(dot(x, order).abs() >= limit);
    });
    f64::from(as_strong) / f64::from(all)
}

/// Calls `each` with every order of the first `n` values (B. R. Heap, 1963).
fn orders(values: &mut [f64], n: usize, each: &mut dyn FnMut(&[f64])) {
    if n <= 1 {
        return each(values);
    }
    for at in 0..n {
        orders(values, n - 1, each);
        if at + 1 < n {
            values.swap(if n.is_multiple_of(2) { at } else { 0 }, n - 1);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 answers")]
fn centred(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| value - mean).collect()
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn equal_values_share_their_ranks() {
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0, 3.0]), [4.0, 1.0, 4.0, 2.0, 4.0]);
        assert_eq!(ranks(&[]), [0.0; 0]);
    }

    #[test]
    fn six_pairs_are_counted_out() {
        let pairs = [(1.0, 1.0), (2.0, 3.0), (3.0, 2.0), (4.0, 5.0), (5.0, 4.0), (6.0, 6.0)];
        let found = spearman(&pairs).expect("a correlation");
        assert!(close(found.rho, 1.0 - 6.0 * 4.0 / 210.0), "{found:?}");
        // Of the 720 orders, 1, 5 and 6 have squared distances of 0, 2 and 4; as many are as strong downwards.
        assert!(close(found.p, 24.0 / 720.0), "{found:?}");
        assert_eq!(found.method, Method::Exact);
    }

    #[test]
    fn what_does_not_vary_has_no_correlation() {
        assert_eq!(spearman(&[(1.0, 2.0), (1.0, 3.0), (1.0, 4.0)]), None);
        assert_eq!(spearman(&[(1.0, 2.0), (2.0, 3.0)]), None);
        assert_eq!(spearman(&[(1.0, 2.0), (2.0, f64::NAN), (3.0, 1.0)]), None);
        assert_eq!((p_by_t(1.0, 13), p_by_t(1.1, 13), p_by_t(0.5, 2)), (Some(0.0), None, None));
    }

    /// Rank correlations of use after leaving a hostel with awareness and with difficulties, as study 1 printed them for
    /// thirteen persons: seven kinds of agency in each row.
    const PRINTED: [[&str; 7]; 22] = [
        ["0.05", "0.266", "0.174", "0.496", "0.097", "0.269", "-0.031"],
        ["0.615*", "0", "0.019", "0", "0.431", "0.133", "0.254"],
        ["-0.079", "-0.182", "-0.194", "0.14", "0.508", "0.262", "0.453"],
        ["0.145", "0.07", "-0.085", "0.266", "0.534", "0.223", "0.453"],
        ["0.212", "0.254", "0.013", "0.197", "0.337", "0.589*", "0.273"],
        ["0.605*", "0.628*", "-0.336", "-0.123", "0.045", "0.196", "0.344"],
        ["-0.041", "-0.406", "0.558*", "0.493", "0.557*", "0.329", ".638*"],
        ["0.551", "0.289", "0.169", "0.344", "0.598*", "0.427", ".706**"],
        ["0.203", "-0.223", "0.383", "0.278", "0.472", "0.322", "0.183"],
        ["-0.006", "0.041", "-0.077", "-0.124", "0.005", "0.189", "-0.17"],
        ["0.025", "-0.213", "-0.107", "-0.48", "-0.03", "-0.199", "0.106"],
        ["-0.291", "-0.072", "0.26", "0.215", "0.167", "-0.028", "-0.161"],
        ["-0.528", "0.053", "-0.191", "-0.053", "-0.213", "-0.084", "-0.323"],
        ["0.428", "0.33", "-0.009", "0.096", "-0.094", "-0.221", "-0.039"],
        ["0.618*", "0.365", "0.329", "0.338", "0.501", "0.026", "0.524"],
        ["0.03", "-0.176", "0.104", "0.481", "0.429", "-0.133", "0.383"],
        ["0.388", "0.106", "0.496", "0.279", "0.194", "-0.179", "0.251"],
        ["0.464", "0.186", "0.321", "0.306", "0.362", "0.106", "0.515"],
        ["0.385", "0.08", "-0.129", "-0.107", "0.041", "-0.362", "0.1"],
        ["0.494", "0.262", "0.117", "0.314", "0.445", "-0.057", "0.562*"],
        [".596*", "0.293", "0.119", "0.279", "0.297", "-0.05", "0.372"],
        ["-0.272", "-0.21", "-0.044", "0.026", "0.061", "-0.127", "-0.24"],
    ];

    #[test]
    fn every_printed_coefficient_gets_its_stars() {
        let mut starred = 0;
        for printed in PRINTED.iter().flatten() {
            let number = printed.trim_end_matches('*');
            let p = p_by_t(number.parse().expect("a number"), 13).expect("a p value");
            assert_eq!(stars(p), &printed[number.len()..], "{printed}: p = {p}");
            starred += usize::from(!stars(p).is_empty());
        }
        assert_eq!((PRINTED.len() * 7, starred), (154, 12));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn it_is_the_same_from_both_sides_and_turns_with_one(pairs in prop::collection::vec((0_i32..6, 0_i32..6), 3..14)) {
            let floats: Vec<_> = pairs.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
            let swapped: Vec<_> = floats.iter().map(|(x, y)| (*y, *x)).collect();
            let turned: Vec<_> = floats.iter().map(|(x, y)| (*x, -y)).collect();
            let (one, two, three) = (spearman(&floats), spearman(&swapped), spearman(&turned));
            prop_assert_eq!(one.is_some(), two.is_some());
            let (Some(one), Some(two), Some(three)) = (one, two, three) else { return Ok(()) };
            prop_assert!(close(one.rho, two.rho) && close(one.rho, -three.rho), "{one:?} {two:?} {three:?}");
            prop_assert!((one.p - two.p).abs() < 1e-6 && (one.p - three.p).abs() < 1e-6);
            prop_assert!((0.0..=1.0).contains(&one.p) && (-1.0..=1.0).contains(&one.rho));
        }

        #[test]
        fn only_the_order_of_the_values_counts(values in prop::collection::vec((0_i32..50, 0_i32..50), 3..12)) {
            let plain: Vec<_> = values.iter().map(|(x, y)| (f64::from(*x), f64::from(*y))).collect();
            let bent: Vec<_> = plain.iter().map(|(x, y)| (x.powi(3) + 2.0, y.exp())).collect();
            prop_assert_eq!(spearman(&plain), spearman(&bent));
        }
    }
}
