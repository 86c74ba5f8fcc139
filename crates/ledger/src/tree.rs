//! The tree over all leaves, of which only the right edge is kept.
//!
//! A tree of `n` leaves is a row of full subtrees, one for each bit of `n`. Their roots are enough to append a leaf and
//! to tell the root (RFC 6962, section 2.1): at most 64 hashes, and no leaf is ever read back.

use crate::hash::{Hash, LEN};

/// The right edge of a tree: how many leaves it has, and the roots of its full subtrees, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    roots: Vec<Hash>,
}

impl Edge {
    /// A tree without leaves.
    pub const fn new() -> Self {
        Self { size: 0, roots: Vec::new() }
    }

    /// Leaves in the tree.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf.
    pub fn append(&mut self, leaf: Hash) {
        let mut node = leaf;
        // Every full subtree at the end that is as large as the new one becomes its left half, as in adding one.
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.roots.pop() else { break };
            node = Hash::of_node(&left, &node);
        }
        self.roots.push(node);
        self.size += 1;
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        let joined = self.roots.iter().copied().rev().reduce(|right, left| Hash::of_node(&left, &right));
        joined.unwrap_or_else(Hash::empty)
    }

    /// The root of the full subtree that begins at leaf `start`, if the edge holds it.
    pub(crate) fn subtree(&self, start: u64) -> Option<Hash> {
        let mut at = 0;
        for (size, root) in bits(self.size).zip(&self.roots) {
            if at == start {
                return Some(*root);
            }
            at += size;
        }
        None
    }

    /// The roots as bytes, to be kept beside the size.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.roots.iter().flat_map(Hash::as_bytes).copied().collect()
    }

    /// Takes back what was kept; `None` if the bytes are not the edge of a tree of this size.
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Option<Self> {
        let (roots, rest) = bytes.as_chunks::<LEN>();
        let fits = rest.is_empty() && roots.len() == size.count_ones() as usize;
        fits.then(|| Self { size, roots: roots.iter().copied().map(Hash::from).collect() })
    }
}

impl FromIterator<Hash> for Edge {
    fn from_iter<I: IntoIterator<Item = Hash>>(leaves: I) -> Self {
        let mut edge = Self::new();
        leaves.into_iter().for_each(|leaf| edge.append(leaf));
        edge
    }
}

/// The powers of two that `n` is the sum of, the largest first.
fn bits(n: u64) -> impl Iterator<Item = u64> {
    (0..u64::BITS).rev().map(|bit| 1 << bit).filter(move |power| n & power != 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::proof::tests::{leaves, naive};

    /// Roots of the first 1 to 8 leaves of the Certificate Transparency reference implementation.
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    #[test]
    fn the_roots_are_the_published_ones() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Edge::new().root().to_string(), empty);
        let mut edge = Edge::new();
        for (leaf, root) in crate::proof::tests::reference_leaves().into_iter().zip(ROOTS) {
            edge.append(leaf);
            assert_eq!(edge.root().to_string(), root, "{} leaves", edge.size());
        }
    }

    #[test]
    fn an_edge_of_another_size_is_refused() {
        let edge: Edge = leaves(6).into_iter().collect();
        assert_eq!(Edge::from_bytes(6, &edge.to_bytes()), Some(edge.clone()));
        assert_eq!(Edge::from_bytes(7, &edge.to_bytes()), None);
        assert_eq!(Edge::from_bytes(6, &edge.to_bytes()[1..]), None);
        assert_eq!(Edge::from_bytes(u64::MAX, &[]), None);
    }

    proptest! {
        #[test]
        fn the_edge_has_the_root_of_the_whole_tree(n in 0_u64..200) {
            let leaves = leaves(n);
            let mut edge = Edge::new();
            for leaf in &leaves {
                edge.append(*leaf);
                edge = Edge::from_bytes(edge.size(), &edge.to_bytes()).expect("it was kept");
            }
            prop_assert_eq!(edge.size(), n);
            prop_assert_eq!(edge.root(), naive(&leaves));
        }
    }
}
