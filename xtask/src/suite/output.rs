//! The output of test runs: shown line by line as it comes, and counted.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

/// What test runs said, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tests {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Tests that say themselves that they are not run.
    pub ignored: usize,
    /// Store tests on SQLite (names ending in `::sqlite`), passed or not.
    pub sqlite: usize,
    /// Store tests on PostgreSQL (names ending in `::postgres`), passed or not.
    pub postgres: usize,
    /// Journeys in a browser, passed or not.
    pub journeys: usize,
    /// Names of the failed.
    pub failures: Vec<String>,
}

impl Tests {
    /// Counts a line of cargo-nextest or of the standard test runner, and gives back what to print of it.
    pub fn read(&mut self, line: &str) -> String {
        if let Some((name, result)) = line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... ")) {
            self.count(name.trim_end_matches(" - should panic"), result);
        } else if line.starts_with("test result: ") {
            // There is one such line at the end of the whole run; those of the parts must not be taken for it.
            return line.replacen("test result:", "    in this part:", 1);
        } else {
            self.read_nextest(line);
        }
        line.to_owned()
    }

    /// `PASS [   0.01s] (1/9) crate module::test`; a last summary repeats failures with the same words.
    fn read_nextest(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let (Some(verb), Some(bracket)) = (words.next(), words.next()) else { return };
        let Some(name) = line.split_whitespace().next_back().filter(|_| bracket.starts_with('[')) else { return };
        match verb {
            "PASS" | "LEAK" | "FLAKY" => self.count(name, "ok"),
            "SKIP" => self.count(name, "ignored"),
            "FAIL" | "TIMEOUT" | "ABORT" | "LEAK-FAIL" => self.count(name, "FAILED"),
            // A test that a signal ended (SIGSEGV, SIGKILL …); SIGTERM is nextest ending the run.
            _ if verb.starts_with("SIG") => self.count(name, "FAILED"),
            _ => {}
        }
    }

    fn count(&mut self, name: &str, result: &str) {
        if result.starts_with("ignored") {
            self.ignored += 1;
            return;
        }
        let ok = result.starts_with("ok");
        if !ok {
            if self.failures.iter().any(|known| known == name) {
                return;
            }
            self.failures.push(name.to_owned());
        }
        self.passed += usize::from(ok);
        self.failed += usize::from(!ok);
        self.sqlite += usize::from(name.ends_with("::sqlite"));
        self.postgres += usize::from(name.ends_with("::postgres"));
    }
}

/// Runs a program and hands on each line of what it prints, from both of its outputs.
pub fn follow(mut command: Command, mut each: impl FnMut(&str)) -> Result<ExitStatus, String> {
    let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let name = command.get_program().to_string_lossy();
    let mut child = started.map_err(|e| format!("{name} cannot be started: {e}"))?;
    let (to, lines) = mpsc::channel();
    let readers =
        [child.stdout.take().map(|out| pass_on(out, to.clone())), child.stderr.take().map(|out| pass_on(out, to))];
    for line in lines {
        each(&line);
    }
    for reader in readers.into_iter().flatten() {
        let _ = reader.join();
    }
    child.wait().map_err(|e| e.to_string())
}

fn pass_on(from: impl Read + Send + 'static, to: mpsc::Sender<String>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let text = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
            if to.send(text).is_err() {
                return;
            }
            line.clear();
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(lines: &str) -> Tests {
        let mut tests = Tests::default();
        lines.lines().for_each(|line| drop(tests.read(line)));
        tests
    }

    #[test]
    fn lines_of_nextest() {
        let tests = count(
            "   Compiling db v0.1.0\n    Finished `test` profile\n    Starting 4 tests across 2 binaries\n\
             \x20       PASS [   0.012s] (1/4) db::it acts::kept::sqlite\n\
             \x20       PASS [   0.412s] (2/4) db::it acts::kept::postgres\n\
             \x20       SLOW [> 60.000s] ( ---) care referral::slow\n\
             \x20       FAIL [   0.001s] (3/4) care referral::wrong\n\
             \x20    SIGABRT [   0.001s] (4/4) care referral::worse\n\
             \x20       SKIP [         ] (  -) care referral::later\n\
             \x20    Summary [   0.5s] 4 tests run: 2 passed, 2 failed, 1 skipped\n\
             \x20       FAIL [   0.001s] (3/4) care referral::wrong\n",
        );
        assert_eq!((tests.passed, tests.failed, tests.ignored, tests.sqlite, tests.postgres), (2, 2, 1, 1, 1));
        assert_eq!(tests.failures, ["referral::wrong", "referral::worse"]);
    }

    #[test]
    fn lines_of_the_standard_runner() {
        let mut tests = Tests::default();
        for line in [
            "running 3 tests",
            "test acts::kept::postgres ... ok",
            "test a - should panic ... FAILED",
            "test b ... ignored, slow",
        ] {
            assert_eq!(tests.read(line), line);
        }
        assert_eq!((tests.passed, tests.failed, tests.ignored, tests.postgres), (1, 1, 1, 1));
        assert_eq!(tests.read("test result: FAILED. 1 passed"), "    in this part: FAILED. 1 passed");
    }

    #[test]
    fn a_program_is_followed_on_both_outputs() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let mut lines = Vec::new();
        let status = follow(command, |line| lines.push(line.to_owned())).expect("sh runs");
        lines.sort();
        assert_eq!((lines, status.code()), (vec!["one".to_owned(), "two".to_owned()], Some(3)));
    }
}
