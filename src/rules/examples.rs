//! The examples of the rules: for each a failing and a passing register, as explanations show them and tests run them.
//!
//! An example is one text, `examples/<CODE>.txt`. A line that begins with `==` opens a file of the register:
//!
//! ```text
//! == fail 2026/2026-0001/complaint.yaml after received
//! - step: assigned
//!   date: 2026-03-03
//!   by: c.janssen
//!   handler: k.smit  # K202
//!   function: Jobcoach
//! == pass 2026/2026-0001/complaint.yaml after received
//! …
//! ```
//!
//! The files under `fail` together make one register, those under `pass` another; both are laid over the small register in
//! `tests/rules/base`. The code stands as a comment on the line where it is to be found. After the path may follow:
//!
//! | word | meaning |
//! | --- | --- |
//! | `after <step>` | the text continues the complete case of the base after the first such step |
//! | `as-of <day>` | the reference date, in place of [`AS_OF`] |
//! | `line <number>` | the code is to be found on this line, where no comment can stand |
//! | `absent` | the file is not there; what is to be found is about that |
//! | `escaped` | the text writes `\xE9` for a byte, `\u{200B}` for a character, `\900{a }` for a repetition |

//! The example of a rule of the history is a short history, under the path `history`: a line for each thing that is done to a
//! register of one case of one step, until it is committed or pushed. Paths are in the register; with a `/` before them, in the
//! repository.
//!
//! | line | meaning |
//! | --- | --- |
//! | `add <step>`, `new <case>` | appends a step, makes a case, with the annex that belongs to it |
//! | `write <path> <text>`, `change <path> <old> => <new>`, `remove`, `rename`, `mode` | what one does to files |
//! | `commit <who> <when> <message>` | commits it all; before it may stand `committer`, `written`, `zone`, `header`, `merge`, `sign` |
//! | `key <who>` | gives someone a key in `staff.yaml` |
//! | `config <name> <value>`, `push <ref>`, `delete <ref>`, `rewind <ref>` | what a server is told, and what is pushed |

/// The day on which examples are checked when they do not say another.
pub const AS_OF: &str = "2026-04-15";

/// A file of an example.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExampleFile<'t> {
    /// Whether it belongs to the failing register, not to the passing one.
    pub fails: bool,
    /// The path, relative to the register.
    pub path: &'t str,
    /// The step of the base's case after which the text goes on.
    pub after: Option<&'t str>,
    /// The reference date.
    pub as_of: Option<&'t str>,
    /// The line of the finding, where no comment can say it.
    pub line: Option<usize>,
    /// Whether the file is not there.
    pub absent: bool,
    /// Whether the text holds escapes.
    pub escaped: bool,
    /// The text.
    pub text: &'t str,
}

/// Parses an example; `None` when a header is not in its form.
pub fn parse_example(text: &str) -> Option<Vec<ExampleFile<'_>>> {
    let mut files = Vec::new();
    let mut rest = text.strip_prefix("== ")?;
    loop {
        let (section, next) = match rest.split_once("\n== ") {
            Some((section, next)) => (&rest[..=section.len()], Some(next)),
            None => (rest, None),
        };
        let (header, text) = section.split_once('\n')?;
        files.push(ExampleFile {
            text,
            ..parse_header(header)?
        });
        match next {
            Some(next) => rest = next,
            None => return Some(files),
        }
    }
}

fn parse_header(header: &str) -> Option<ExampleFile<'_>> {
    let mut words = header.split(' ');
    let fails = match words.next()? {
        "fail" => true,
        "pass" => false,
        _ => return None,
    };
    let mut file = ExampleFile {
        fails,
        path: words.next()?,
        ..ExampleFile::default()
    };
    while let Some(word) = words.next() {
        match word {
            "after" => file.after = Some(words.next()?),
            "as-of" => file.as_of = Some(words.next()?),
            "line" => file.line = Some(words.next()?.parse().ok()?),
            "absent" => file.absent = true,
            "escaped" => file.escaped = true,
            _ => return None,
        }
    }
    Some(file)
}

macro_rules! examples {
    ($($code:literal)+) => {
        /// The texts by code.
        const EXAMPLES: &[(&str, &str)] = &[$(($code, include_str!(concat!("examples/", $code, ".txt")))),+];
    };
}

examples! {
    "K001" "K002" "K003" "K004" "K005" "K006" "K007" "K008" "K009" "K010" "K011" "K012" "K013" "K014" "K015" "K016" "K017" "K018"
    "K019" "K020" "K021" "K022" "K023" "K024" "K025" "K026" "K027" "K028" "K029" "K030" "K031" "K032" "K033" "K034" "K035" "K036"
    "K037" "K038" "K039" "K040" "K041" "K042" "K043" "K044"
    "K101"
    "K201" "K202" "K203" "K204" "K205" "K206"
    "K301" "K302" "K303" "K304" "K305" "K306" "K307" "K308" "K309" "K310" "K311" "K390"
    "K401" "K402" "K403" "K404" "K405" "K406"
    "K501" "K502" "K503" "K504" "K505"
    "K601" "K602" "K603"
    "K701" "K702" "K703" "K704" "K705"
    "K801" "K802" "K803" "K804" "K805" "K806" "K807" "K808" "K809" "K810" "K811" "K812" "K813" "K814" "K815" "K816"
    "K901" "K902" "K903" "K904" "K905" "K906" "K907"
    "H01" "H02" "H03" "H04" "H05" "H06" "H07" "H08" "H09" "H10" "H11" "H12" "H13" "H14" "H15" "H16"
    "H17" "H18" "H19" "H20" "H21" "H22" "H23" "H24" "H25" "H26" "H27" "H28" "H29" "H30" "H31" "H32"
    "H33" "H34" "H35" "H36" "H37" "H38" "H39" "H40" "H41" "H42" "H43" "H44" "H45" "H46" "H47" "H48"
}

/// Finds the example of a code.
pub fn example(code: &str) -> Option<&'static str> {
    EXAMPLES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_what_it_may_say() {
        let text = "== fail a.yaml after received as-of 2026-05-01\n- x # K001\n\n== fail b.txt line 1 absent\n== pass a.yaml escaped\ny\n";
        let files = parse_example(text).unwrap();
        assert_eq!(files.len(), 3);
        let first = ExampleFile {
            fails: true,
            path: "a.yaml",
            after: Some("received"),
            as_of: Some("2026-05-01"),
            text: "- x # K001\n\n",
            ..ExampleFile::default()
        };
        assert_eq!(files[0], first);
        assert_eq!(
            (files[1].line, files[1].absent, files[1].text),
            (Some(1), true, "")
        );
        assert_eq!(
            (files[2].fails, files[2].escaped, files[2].text),
            (false, true, "y\n")
        );
        for text in [
            "",
            "fail a",
            "== maybe a\n",
            "== fail a after\n",
            "== fail a loud\n",
        ] {
            assert_eq!(parse_example(text), None, "{text}");
        }
    }
}
