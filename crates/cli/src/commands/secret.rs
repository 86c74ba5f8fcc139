//! Reading a secret: never from the command line, where it would stand in the process list and in a history.

use std::io::{BufRead, IsTerminal};

use base::{Msg, Outcome, Problem};

/// Asks for a secret twice without showing it, where somebody sits in front of a terminal; otherwise takes the first
/// line of standard input, for scripts.
pub fn read(prompt: &str) -> Outcome<String> {
    if !std::io::stdin().is_terminal() {
        return first_line(&mut std::io::stdin().lock());
    }
    let secret = rpassword::prompt_password(prompt).map_err(Problem::internal)?;
    let again = rpassword::prompt_password("もう一度: ").map_err(Problem::internal)?;
    // What is not seen while it is typed is easily mistyped, and nobody could sign in with it.
    if secret == again { Ok(secret) } else { Err(Problem::Refused(Msg::new("auth-password-not-same"))) }
}

fn first_line(from: &mut dyn BufRead) -> Outcome<String> {
    let mut line = String::new();
    from.read_line(&mut line).map_err(Problem::internal)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_sends_one_line_and_blanks_belong_to_it() {
        for (sent, read) in [("secret\n", "secret"), (" se cret \r\nmore\n", " se cret "), ("", "")] {
            assert_eq!(first_line(&mut sent.as_bytes()), Ok(read.to_owned()));
        }
    }
}
