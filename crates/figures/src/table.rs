//! Cross tables that can be shown without telling on anybody.
//!
//! A small cell says something about few people, and hiding it alone hides nothing: it can be worked out from the sums.
//! So as many other cells are hidden as it takes, and then it is checked, exactly, what somebody could still work out who
//! knows the sums, every cell that is shown, and that no hidden cell is empty.

/// Counts by row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cross {
    cells: Vec<Vec<u32>>,
}

/// A table as it may be shown, with every sum of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Safe {
    /// The cells; `None` for those that are hidden.
    pub cells: Vec<Vec<Option<u32>>>,
    /// The sum of each row.
    pub rows: Vec<u32>,
    /// The sum of each column.
    pub columns: Vec<u32>,
}

/// Which rows, or columns, of the table before were put together into one of the new.
pub type Gathered = Vec<Vec<usize>>;

impl Cross {
    /// A table; `None` unless it has a cell and all rows are of one length.
    pub fn new(cells: Vec<Vec<u32>>) -> Option<Self> {
        let width = cells.first()?.len();
        (width > 0 && cells.iter().all(|row| row.len() == width)).then_some(Self { cells })
    }

    /// The counts.
    pub fn cells(&self) -> &[Vec<u32>] {
        &self.cells
    }

    /// The sum of each row.
    pub fn rows(&self) -> Vec<u32> {
        self.cells.iter().map(|row| row.iter().sum()).collect()
    }

    /// The sum of each column.
    pub fn columns(&self) -> Vec<u32> {
        (0..self.cells[0].len()).map(|at| self.cells.iter().map(|row| row[at]).sum()).collect()
    }

    /// How many there are at all.
    pub fn all(&self) -> u32 {
        self.cells.iter().flatten().sum()
    }

    /// Puts rows of fewer than `least` together, and so with columns: a sum of one or two tells as much as a cell does.
    ///
    /// Where what was put together is still too small, the smallest of the others joins it. Empty ones stay: they are about
    /// nobody. Also answers what was put together, in the order of the new rows and of the new columns.
    pub fn gather(&self, least: u32) -> (Self, Gathered, Gathered) {
        let (rows, columns) = (parts(&self.rows(), least), parts(&self.columns(), least));
        let sum = |row: &[usize], column: &[usize]| {
            row.iter().map(|r| column.iter().map(|c| self.cells[*r][*c]).sum::<u32>()).sum::<u32>()
        };
        let cells = rows.iter().map(|row| columns.iter().map(|column| sum(row, column)).collect()).collect();
        (Self { cells }, rows, columns)
    }

    /// Hides cells so that of nobody among fewer than `least` anything can be worked out.
    ///
    /// `None` where no hiding helps, and the table must stay unseen: there are fewer than `least` at all, a row or a column
    /// is too small (see [`Cross::gather`]), or there is too little to hide them behind. `least` is at least 2.
    pub fn hide(&self, least: u32) -> Option<Safe> {
        let least = least.max(2);
        let (rows, columns) = (self.rows(), self.columns());
        let small = |n: &u32| (1..least).contains(n);
        if self.all() == 0 || rows.iter().chain(&columns).any(small) {
            return None;
        }
        let mut hidden: Vec<Vec<bool>> = self.cells.iter().map(|row| row.iter().map(small).collect()).collect();
        while let Some(told) = self.worked_out(&hidden, least) {
            let next = self.beside(&hidden, told)?;
            hidden[next.0][next.1] = true;
        }
        let show = |row: &[u32], hidden: &[bool]| {
            row.iter().zip(hidden).map(|(n, hidden)| (!hidden).then_some(*n)).collect::<Vec<_>>()
        };
        let cells = self.cells.iter().zip(&hidden).map(|(row, hidden)| show(row, hidden)).collect();
        Some(Safe { cells, rows, columns })
    }

    /// The first small cell of which can be worked out that it is small.
    fn worked_out(&self, hidden: &[Vec<bool>], least: u32) -> Option<(usize, usize)> {
        let places = (0..self.cells.len()).flat_map(|row| (0..self.cells[0].len()).map(move |column| (row, column)));
        let mut small = places.filter(|(row, column)| hidden[*row][*column] && self.cells[*row][*column] < least);
        small.find(|place| !self.could_be(hidden, *place, least))
    }

    /// Whether a hidden cell could hold `value`, for all that is shown.
    ///
    /// The hidden cells of a table with given sums are a flow from rows to columns; every one of them is at least 1.
    fn could_be(&self, hidden: &[Vec<bool>], place: (usize, usize), value: u32) -> bool {
        let (height, width) = (self.cells.len(), self.cells[0].len());
        let (mut rows, mut columns) = (vec![0_i64; height], vec![0_i64; width]);
        let mut open = vec![vec![false; width]; height];
        for (row, flags) in hidden.iter().enumerate() {
            for (column, flag) in flags.iter().enumerate() {
                if !flag {
                    continue;
                }
                let fixed = (row, column) == place;
                let left = i64::from(self.cells[row][column]) - if fixed { i64::from(value) } else { 1 };
                rows[row] += left;
                columns[column] += left;
                open[row][column] = !fixed;
            }
        }
        rows.iter().chain(&columns).all(|left| *left >= 0) && flows(&rows, &columns, &open)
    }

    /// The smallest cell that is shown, not empty, and in the row or the column of `told`; else anywhere.
    fn beside(&self, hidden: &[Vec<bool>], told: (usize, usize)) -> Option<(usize, usize)> {
        let mut best: Option<(bool, u32, (usize, usize))> = None;
        for (row, line) in self.cells.iter().enumerate() {
            for (column, n) in line.iter().enumerate() {
                let candidate = (row != told.0 && column != told.1, *n, (row, column));
                if *n > 0 && !hidden[row][column] && best.is_none_or(|best| candidate < best) {
                    best = Some(candidate);
                }
            }
        }
        best.map(|(_, _, place)| place)
    }
}

/// Whether a part of a table may be shown beside the whole: the rest can be worked out by taking the one from the other.
pub const fn part_may_be_shown(part: u32, all: u32, least: u32) -> bool {
    part <= all && (part == all || part == 0 || (part >= least && all - part >= least))
}

/// Which sums to put together so that none is left between 1 and `least`.
fn parts(sums: &[u32], least: u32) -> Gathered {
    let mut small: Vec<usize> = (0..sums.len()).filter(|at| (1..least).contains(&sums[*at])).collect();
    let mut large: Vec<usize> = (0..sums.len()).filter(|at| !small.contains(at)).collect();
    while !small.is_empty() && small.iter().map(|at| sums[*at]).sum::<u32>() < least {
        let Some(next) = (0..large.len()).filter(|at| sums[large[*at]] > 0).min_by_key(|at| sums[large[*at]]) else {
            break;
        };
        small.push(large.remove(next));
    }
    let mut parts: Gathered = large.into_iter().map(|at| vec![at]).collect();
    if !small.is_empty() {
        small.sort_unstable();
        parts.push(small);
    }
    parts
}

/// Whether everything that the rows have left can flow to what the columns have left, through open places only.
fn flows(rows: &[i64], columns: &[i64], open: &[Vec<bool>]) -> bool {
    let mut sent = vec![vec![0_i64; columns.len()]; rows.len()];
    let (mut rows, mut columns) = (rows.to_vec(), columns.to_vec());
    while let Some(from) = rows.iter().position(|left| *left > 0) {
        let mut seen = vec![false; rows.len()];
        if push(from, rows[from], &mut columns, open, &mut sent, &mut seen).is_none_or(|amount| {
            rows[from] -= amount;
            false
        }) {
            return false;
        }
    }
    columns.iter().all(|left| *left == 0)
}

/// Sends up to `amount` from a row to a column that still wants some, taking back what other rows sent where that helps;
/// answers how much went.
fn push(
    row: usize,
    amount: i64,
    columns: &mut [i64],
    open: &[Vec<bool>],
    sent: &mut [Vec<i64>],
    seen: &mut [bool],
) -> Option<i64> {
    seen[row] = true;
    for column in 0..columns.len() {
        if open[row][column] && columns[column] > 0 {
            let amount = amount.min(columns[column]);
            columns[column] -= amount;
            sent[row][column] += amount;
            return Some(amount);
        }
    }
    for column in (0..columns.len()).filter(|column| open[row][*column]) {
        for other in 0..sent.len() {
            let back = amount.min(sent[other][column]);
            if seen[other] || back == 0 {
                continue;
            }
            if let Some(amount) = push(other, back, columns, open, sent, seen) {
                sent[other][column] -= amount;
                sent[row][column] += amount;
                return Some(amount);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cross(cells: &[&[u32]]) -> Cross {
        Cross::new(cells.iter().map(|row| row.to_vec()).collect()).expect("a table")
    }

    #[test]
    fn one_small_cell_takes_others_with_it() {
        let table = cross(&[&[2, 10, 8], &[9, 12, 7], &[6, 11, 13]]);
        let safe = table.hide(5).expect("it can be shown");
        assert_eq!(safe.cells[0][0], None);
        assert!(safe.cells.iter().flatten().filter(|cell| cell.is_none()).count() >= 4, "{safe:?}");
        assert_eq!((safe.rows, safe.columns), (vec![20, 28, 30], vec![17, 33, 28]));
    }

    #[test]
    fn what_tells_nothing_stays_as_it_is() {
        let table = cross(&[&[5, 0], &[7, 9]]);
        assert_eq!(table.hide(5).expect("it can be shown").cells, [[Some(5), Some(0)], [Some(7), Some(9)]]);
    }

    #[test]
    fn what_cannot_be_hidden_is_not_shown_at_all() {
        assert_eq!(cross(&[&[2, 30]]).hide(5), None, "a column of two is a cell of two");
        assert_eq!(cross(&[&[0, 0]]).hide(5), None);
        assert_eq!(cross(&[&[1, 4], &[4, 1]]).hide(5).map(|safe| safe.cells), None);
        assert_eq!((Cross::new(vec![]), Cross::new(vec![vec![1], vec![]])), (None, None));
    }

    #[test]
    fn small_groups_are_put_together() {
        let (table, rows, columns) = cross(&[&[9, 8], &[1, 1], &[0, 2], &[0, 0], &[7, 6]]).gather(5);
        assert_eq!(rows, [vec![0], vec![3], vec![1, 2, 4]], "four are too few; the smallest of the others joins them");
        assert_eq!(columns, [vec![0], vec![1]]);
        assert_eq!(table.cells(), [[9, 8], [0, 0], [8, 9]]);
        let (table, ..) = cross(&[&[1, 1]]).gather(5);
        assert_eq!(table.cells(), [[2]], "nothing else is there to join");
        assert_eq!(table.hide(5), None);
    }

    #[test]
    fn a_part_beside_the_whole() {
        let may = |part| part_may_be_shown(part, 20, 5);
        assert_eq!([0, 4, 5, 15, 16, 20, 21].map(may), [true, false, true, true, false, true, false]);
    }

    /// Every table that looks like this one: the cells that are shown and the sums are the same, hidden ones not empty.
    fn alike(safe: &Safe) -> Vec<Vec<Vec<u32>>> {
        fn fill(safe: &Safe, at: usize, cells: &mut Vec<Vec<u32>>, found: &mut Vec<Vec<Vec<u32>>>) {
            let width = safe.columns.len();
            let (row, column) = (at / width, at % width);
            if row == safe.rows.len() {
                let columns = (0..width).all(|c| cells.iter().map(|line| line[c]).sum::<u32>() == safe.columns[c]);
                found.extend(columns.then(|| cells.clone()));
                return;
            }
            let used: u32 = cells[row][..column].iter().sum();
            let range = match safe.cells[row][column] {
                Some(shown) => shown..=shown,
                None => 1..=safe.rows[row].saturating_sub(used).max(1),
            };
            for value in range {
                cells[row][column] = value;
                if column + 1 < width || used + value == safe.rows[row] {
                    fill(safe, at + 1, cells, found);
                }
            }
            cells[row][column] = 0;
        }
        let mut found = Vec::new();
        fill(safe, 0, &mut vec![vec![0; safe.columns.len()]; safe.rows.len()], &mut found);
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// Found by trying every table that looks alike, which knows nothing of flows.
        #[test]
        fn nobody_can_work_out_that_a_cell_is_small(
            cells in (2_usize..4, 2_usize..4).prop_flat_map(|(height, width)| prop::collection::vec(prop::collection::vec(0_u32..7, width), height)),
        ) {
            let table = Cross::new(cells).expect("a table");
            let Some(safe) = table.hide(3) else { return Ok(()) };
            let alike = alike(&safe);
            prop_assert!(alike.contains(&table.cells), "what is shown is true");
            for (row, line) in table.cells.iter().enumerate() {
                for (column, n) in line.iter().enumerate() {
                    if (1..3).contains(n) {
                        prop_assert_eq!(safe.cells[row][column], None);
                        prop_assert!(alike.iter().any(|one| one[row][column] >= 3), "{:?} tells of {:?}", safe, (row, column));
                    }
                }
            }
        }

        #[test]
        fn put_together_nothing_is_lost(cells in prop::collection::vec(prop::collection::vec(0_u32..9, 3), 1..6)) {
            let table = Cross::new(cells).expect("a table");
            let (gathered, rows, _) = table.gather(5);
            prop_assert_eq!(gathered.all(), table.all());
            let mut places: Vec<usize> = rows.concat();
            places.sort_unstable();
            prop_assert_eq!(places, (0..table.cells.len()).collect::<Vec<_>>());
            prop_assert!(table.all() < 5 || gathered.rows().iter().chain(&gathered.columns()).all(|n| *n == 0 || *n >= 5));
        }
    }
}
