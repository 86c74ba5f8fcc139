//! Proofs: that a leaf is in a tree, and that a tree only grew (RFC 6962, sections 2.1.1 and 2.1.2).
//!
//! Both are checked with the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which accept one proof and no other.

use crate::hash::Hash;
use crate::tree::Edge;

/// The largest proof there can be, in hashes; a longer one is refused unread.
pub const MAX: usize = 63;

/// Proves that leaf `index` is in the tree over `leaves`; `None` if there is no such leaf. Hashes every leaf once.
pub fn inclusion(leaves: &[Hash], index: u64) -> Option<Vec<Hash>> {
    let mut at = usize::try_from(index).ok().filter(|at| *at < leaves.len())?;
    let mut range = leaves;
    let mut proof = Vec::new();
    while range.len() > 1 {
        let (left, right) = range.split_at(split(range.len()));
        let beside = if at < left.len() {
            range = left;
            right
        } else {
            at -= left.len();
            range = right;
            left
        };
        proof.push(root(beside));
    }
    proof.reverse();
    Some(proof)
}

/// Whether `proof` shows that `leaf` is number `index` of the tree with `size` leaves and this root.
pub fn is_included(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut way, mut hash) = (Way { node: index, last: size - 1 }, *leaf);
    for beside in proof {
        hash = match way.up() {
            None => return false,
            Some(Side::Left) => Hash::of_node(beside, &hash),
            Some(Side::Right) => Hash::of_node(&hash, beside),
        };
    }
    way.last == 0 && hash == *root
}

/// The way from a node up to the root, as a proof is read along it.
struct Way {
    /// Number of the node on its level.
    node: u64,
    /// Number of the last node there; 0 at the root.
    last: u64,
}

/// On which side the next hash of a proof stands.
enum Side {
    Left,
    Right,
}

impl Way {
    /// One step up, and where the hash stands that belongs to it; `None` where the proof is longer than the way.
    fn up(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let left = self.node & 1 == 1 || self.node == self.last;
        if left {
            self.skip_alone();
        }
        self.halve();
        Some(if left { Side::Left } else { Side::Right })
    }

    /// A node that is the last of its level and alone there is the same one further up.
    fn skip_alone(&mut self) {
        while self.node & 1 == 0 && self.node != 0 {
            self.halve();
        }
    }

    fn halve(&mut self) {
        self.node >>= 1;
        self.last >>= 1;
    }
}

/// Proves that the tree that had the edge `old` grew by the leaves `newer` and changed in nothing else.
///
/// The edge is all that is needed of the past: the proof costs as much as the leaves that were added, not as the log.
pub fn consistency(old: &Edge, newer: &[Hash]) -> Vec<Hash> {
    let mut proof = Vec::new();
    if old.size() > 0 {
        let grown = Grown { old, newer };
        grown.prove(0, old.size() + newer.len() as u64, true, &mut proof);
    }
    proof
}

struct Grown<'a> {
    old: &'a Edge,
    newer: &'a [Hash],
}

impl Grown<'_> {
    /// Appends the proof for the leaves from `start` to before `end`; `known` while the asker knows the old root itself.
    fn prove(&self, start: u64, end: u64, known: bool, proof: &mut Vec<Hash>) {
        let old = self.old.size();
        if old == end {
            if !known {
                proof.push(self.hash(start, end));
            }
            return;
        }
        let middle = start + split_u64(end - start);
        if old <= middle {
            self.prove(start, middle, known, proof);
            proof.push(self.hash(middle, end));
        } else {
            self.prove(middle, end, false, proof);
            proof.push(self.hash(start, middle));
        }
    }

    /// A range that lies behind the old tree, or is one of its full subtrees; the proof needs no other.
    fn hash(&self, start: u64, end: u64) -> Hash {
        match start.checked_sub(self.old.size()) {
            Some(from) => {
                let at = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).min(self.newer.len());
                root(&self.newer[at(from)..at(end - self.old.size())])
            }
            None => self.old.subtree(start).unwrap_or_else(Hash::empty),
        }
    }
}

/// The size and the root of a tree.
pub type Head = (u64, Hash);

/// Whether `proof` shows that the tree with the head `old` grew into the one with the head `new`.
///
/// Every tree has grown out of the empty one; that needs no proof and allows none.
pub fn is_consistent(old: Head, new: Head, proof: &[Hash]) -> bool {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    if old_size == 0 {
        return proof.is_empty() && old_root == Hash::empty();
    }
    // Where the old tree is one full subtree, its root begins the proof, and the asker has it.
    let (first, rest) = if old_size.is_power_of_two() {
        (old_root, proof)
    } else {
        let Some((first, rest)) = proof.split_first() else { return false };
        (*first, rest)
    };
    let mut way = Way { node: old_size - 1, last: new_size - 1 };
    while way.node & 1 == 1 {
        way.halve();
    }
    let (mut was, mut is) = (first, first);
    for beside in rest {
        match way.up() {
            None => return false,
            Some(Side::Left) => {
                was = Hash::of_node(beside, &was);
                is = Hash::of_node(beside, &is);
            }
            Some(Side::Right) => is = Hash::of_node(&is, beside),
        }
    }
    way.last == 0 && was == old_root && is == new_root
}

fn root(leaves: &[Hash]) -> Hash {
    leaves.iter().copied().collect::<Edge>().root()
}

/// The largest power of two below `n`, for `n` of 2 or more.
fn split_u64(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

fn split(n: usize) -> usize {
    1 << (n - 1).ilog2()
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The leaves of the Certificate Transparency reference implementation.
    pub fn reference_leaves() -> Vec<Hash> {
        let long: Vec<u8> = (0x60..=0x6f).collect();
        let leaves: [&[u8]; 8] = [
            &[],
            &[0],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &long,
        ];
        leaves.iter().map(|leaf| Hash::of_leaf(leaf)).collect()
    }

    pub fn at(n: u64) -> usize {
        usize::try_from(n).expect("a small number")
    }

    /// `n` different leaves.
    pub fn leaves(n: u64) -> Vec<Hash> {
        (0..n).map(|n| Hash::of_leaf(&n.to_be_bytes())).collect()
    }

    /// The root as RFC 6962 defines it, read aloud.
    pub fn naive(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::empty(),
            [leaf] => *leaf,
            _ => {
                let mut k = 1;
                while 2 * k < leaves.len() {
                    k *= 2;
                }
                Hash::of_node(&naive(&leaves[..k]), &naive(&leaves[k..]))
            }
        }
    }

    /// PATH of RFC 6962, section 2.1.1.
    fn path(m: usize, d: &[Hash]) -> Vec<Hash> {
        if d.len() <= 1 {
            return Vec::new();
        }
        let mut k = 1;
        while 2 * k < d.len() {
            k *= 2;
        }
        let (mut proof, beside) =
            if m < k { (path(m, &d[..k]), naive(&d[k..])) } else { (path(m - k, &d[k..]), naive(&d[..k])) };
        proof.push(beside);
        proof
    }

    /// SUBPROOF of RFC 6962, section 2.1.2.
    fn subproof(m: usize, d: &[Hash], b: bool) -> Vec<Hash> {
        if m == d.len() {
            return if b { Vec::new() } else { vec![naive(d)] };
        }
        let mut k = 1;
        while 2 * k < d.len() {
            k *= 2;
        }
        let (mut proof, beside) = if m <= k {
            (subproof(m, &d[..k], b), naive(&d[k..]))
        } else {
            (subproof(m - k, &d[k..], false), naive(&d[..k]))
        };
        proof.push(beside);
        proof
    }

    fn hex(proof: &[Hash]) -> Vec<String> {
        proof.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_proofs_are_the_published_ones() {
        let all = reference_leaves();
        assert_eq!(
            hex(&inclusion(&all, 0).expect("it is there")),
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        );
        assert_eq!(
            hex(&inclusion(&all, 5).expect("it is there")),
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        );
        let grown = |old: usize, new: usize| {
            let edge: Edge = all[..old].iter().copied().collect();
            hex(&consistency(&edge, &all[old..new]))
        };
        assert_eq!(
            grown(6, 8),
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        );
        assert_eq!(
            grown(2, 5),
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        );
    }

    #[test]
    fn every_proof_of_small_trees_is_that_of_the_rfc_and_passes() {
        let all = leaves(70);
        for n in 1..=all.len() {
            let (d, root) = (&all[..n], naive(&all[..n]));
            for m in 0..n {
                let proof = inclusion(d, m as u64).expect("it is there");
                assert_eq!(proof, path(m, d));
                assert!(is_included(&d[m], m as u64, n as u64, &proof, &root), "{m} in {n}");
            }
            for m in 1..=n {
                let edge: Edge = d[..m].iter().copied().collect();
                let proof = consistency(&edge, &d[m..]);
                assert_eq!(proof, subproof(m, d, true), "{m} to {n}");
                assert!(is_consistent((m as u64, edge.root()), (n as u64, root), &proof), "{m} to {n}");
            }
            assert!(consistency(&Edge::new(), d).is_empty());
            assert!(is_consistent((0, Hash::empty()), (n as u64, root), &[]));
            assert!(inclusion(d, n as u64).is_none());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn a_bent_proof_of_inclusion_is_refused(n in 1_u64..80, m in 0_u64..80, other in 0_u64..80, spot in 0_usize..8, how in 0..4) {
            let m = m % n;
            let all = leaves(n);
            let root = naive(&all);
            let good = inclusion(&all, m).expect("it is there");
            let mut bent = good.clone();
            match how {
                0 => bent.push(Hash::empty()),
                1 => { bent.pop(); }
                2 => if let Some(hash) = bent.get_mut(spot) { *hash = Hash::empty(); },
                _ => bent.reverse(),
            }
            prop_assert_eq!(is_included(&all[at(m)], m, n, &bent, &root), bent == good);
            prop_assert_eq!(is_included(&all[at(m)], other, n, &good, &root), other == m);
            prop_assert!(!is_included(&Hash::empty(), m, n, &good, &root));
        }

        #[test]
        fn a_bent_proof_of_growth_is_refused(n in 1_u64..80, m in 1_u64..80, spot in 0_usize..8, how in 0..4, leaf in 0_u64..80) {
            let m = 1 + m % n;
            let all = leaves(n);
            let root = naive(&all);
            let edge: Edge = all[..at(m)].iter().copied().collect();
            let good = consistency(&edge, &all[at(m)..]);
            let mut bent = good.clone();
            match how {
                0 => bent.push(Hash::empty()),
                1 => { bent.pop(); }
                2 => if let Some(hash) = bent.get_mut(spot) { *hash = Hash::empty(); },
                _ => bent.reverse(),
            }
            prop_assert_eq!(is_consistent((m, edge.root()), (n, root), &bent), bent == good);
            prop_assert!(!is_consistent((m, Hash::of_leaf(b"x")), (n, root), &good));
            prop_assert!(!is_consistent((m, edge.root()), (n, Hash::of_leaf(b"x")), &good));
            // A tree in which one of the old leaves is another one has not grown out of the old tree.
            let mut forked = all.clone();
            forked[at(leaf % m)] = Hash::of_leaf(b"another");
            let honest_about_itself: Edge = forked[..at(m)].iter().copied().collect();
            let proof = consistency(&honest_about_itself, &forked[at(m)..]);
            prop_assert!(!is_consistent((m, edge.root()), (n, naive(&forked)), &proof));
        }
    }
}
