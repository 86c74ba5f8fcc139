//! The bytes of a file as text: UTF-8 with or without a mark, or CP932, which Excel writes in Japan

use std::io::{self, Read};

use encoding_rs::{Decoder, SHIFT_JIS, UTF_8};

/// How the characters of a file are written
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8
    Utf8,
    /// Shift_JIS as Windows writes it
    Cp932,
    /// UTF-16, which no list is published in: not read
    Utf16,
}

impl Encoding {
    /// What to call it
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp932 => "Shift_JIS (CP932)",
            Self::Utf16 => "UTF-16",
        }
    }
}

/// Finds out how a file is written, reading all of it: the first kanji may stand in the last line
///
/// What is not valid UTF-8 counts as CP932; single characters that are neither show up as row problems later.
pub fn encoding_of(mut file: impl Read) -> io::Result<Encoding> {
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut bytes = vec![0; 1 << 16];
    let mut out = String::with_capacity(1 << 18);
    let mut is_first = true;
    loop {
        let read = read_some(&mut file, &mut bytes)?;
        if is_first && (bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])) {
            return Ok(Encoding::Utf16);
        }
        is_first = false;
        out.clear();
        let (_, _, replaced) = decoder.decode_to_string(&bytes[..read], &mut out, read == 0);
        if replaced {
            return Ok(Encoding::Cp932);
        }
        if read == 0 {
            return Ok(Encoding::Utf8);
        }
    }
}

/// A file read as UTF-8, whatever it is written in; what cannot be read becomes `U+FFFD`
///
/// Every line ends with `\n`, the last one too: then the number of a line can be told whatever ended it in the file.
pub struct Decoding<R> {
    file: R,
    decoder: Decoder,
    bytes: Vec<u8>,
    decoded: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    after_return: bool,
    is_done: bool,
}

impl<R: Read> Decoding<R> {
    /// Reads `file` as written in `encoding`; a byte order mark at the start is dropped
    pub fn new(file: R, encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf8 | Encoding::Utf16 => UTF_8.new_decoder_with_bom_removal(),
            Encoding::Cp932 => SHIFT_JIS.new_decoder_without_bom_handling(),
        };
        Self {
            file,
            decoder,
            bytes: vec![0; 1 << 16],
            decoded: Vec::new(),
            text: Vec::new(),
            given: 0,
            after_return: false,
            is_done: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let read = read_some(&mut self.file, &mut self.bytes)?;
        self.is_done = read == 0;
        let most = self.decoder.max_utf8_buffer_length(read).unwrap_or(read * 3 + 16);
        self.decoded.resize(most, 0);
        let (_, _, written, _) = self.decoder.decode_to_utf8(&self.bytes[..read], &mut self.decoded, self.is_done);
        self.text.clear();
        self.given = 0;
        for &byte in &self.decoded[..written] {
            match byte {
                b'\r' => self.text.push(b'\n'),
                b'\n' if self.after_return => {}
                other => self.text.push(other),
            }
            self.after_return = byte == b'\r';
        }
        if self.is_done {
            self.text.push(b'\n');
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.is_done {
            self.fill()?;
        }
        let count = out.len().min(self.text.len() - self.given);
        out[..count].copy_from_slice(&self.text[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

fn read_some(file: &mut impl Read, bytes: &mut [u8]) -> io::Result<usize> {
    loop {
        match file.read(bytes) {
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (Encoding, String) {
        let encoding = encoding_of(bytes).expect("bytes in memory");
        let mut text = String::new();
        Decoding::new(bytes, encoding).read_to_string(&mut text).expect("UTF-8");
        (encoding, text)
    }

    #[test]
    fn the_three_ways_in_which_lists_are_published() {
        let text = "名称,電話番号\r\n髙﨑クリニック①,０６〜\r\n";
        let lines = "名称,電話番号\n髙﨑クリニック①,０６〜\n\n".to_owned();
        assert_eq!(decoded(text.as_bytes()), (Encoding::Utf8, lines.clone()));
        assert_eq!(decoded(text.replace("\r\n", "\r").as_bytes()), (Encoding::Utf8, lines.clone()));
        assert_eq!(decoded(format!("\u{feff}{text}").as_bytes()), (Encoding::Utf8, lines));
        let (bytes, _, replaced) = SHIFT_JIS.encode("名称\r\n髙﨑クリニック①");
        assert!(!replaced);
        assert_eq!(decoded(&bytes), (Encoding::Cp932, "名称\n髙﨑クリニック①\n".to_owned()));
        assert_eq!(encoding_of(&[0xFF, 0xFE, 0x0D, 0x54][..]).expect("bytes"), Encoding::Utf16);
        assert_eq!(decoded(b""), (Encoding::Utf8, "\n".to_owned()));
    }

    #[test]
    fn a_late_kanji_and_split_characters_are_no_trouble() {
        let ascii = "a".repeat((1 << 16) - 1);
        let text = format!("{ascii}髙{ascii}𠮷");
        assert_eq!(decoded(text.as_bytes()), (Encoding::Utf8, format!("{text}\n")));
        let text = format!("{ascii}名{ascii}称");
        assert_eq!(decoded(&SHIFT_JIS.encode(&text).0), (Encoding::Cp932, format!("{text}\n")));
    }

    #[test]
    fn what_is_neither_shows() {
        let (encoding, text) = decoded(b"name\n\x82\xa0\xff\n");
        assert_eq!(encoding, Encoding::Cp932);
        assert_eq!(text, "name\nあ\u{fffd}\n\n");
    }
}
