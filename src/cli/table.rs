//! Rows in columns for a terminal.

/// Lays rows out in columns, two spaces apart; the last column is as long as it is.
pub fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<usize> = (0..count)
        .map(|column| width(column).unwrap_or(0))
        .collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(&format!("{cell:<width$}  "));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Shortens a text to what fits, with an ellipsis.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars()
        .take(most.saturating_sub(1))
        .chain(['…'])
        .collect()
}

/// From this width on, what is left of a shortened text says something.
const LEGIBLE: usize = 8;

/// Shortens cells until a table, laid out in columns, is not wider than `most`: the columns that are named, each down to the
/// width beside it, and empty where that says nothing any more.
pub fn fit(rows: &mut [Vec<String>], most: usize, columns: &[(usize, usize)]) {
    for (column, least) in columns {
        let over = self::columns(rows)
            .lines()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0)
            .saturating_sub(most);
        let cells = rows.iter_mut().filter_map(|row| row.get_mut(*column));
        let cells: Vec<&mut String> = cells.collect();
        let widest = cells.iter().map(|cell| cell.chars().count()).max();
        if over == 0 {
            return;
        }
        let left = widest.unwrap_or(0).saturating_sub(over).max(*least);
        for cell in cells {
            *cell = if left < LEGIBLE {
                String::new()
            } else {
                shortened(cell, left)
            };
        }
    }
}

/// Gives the width of the terminal, or of a page where there is none.
pub fn width() -> usize {
    terminal().unwrap_or(100)
}

/// Gives the width of the terminal, where there is one.
pub fn terminal() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

/// Breaks a text into lines of at most so many characters, each with something before it.
pub fn wrapped(text: &str, width: usize, before: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{before}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_becomes_as_narrow_as_it_must_and_no_narrower() {
        let rows = [
            [
                "2026-03-16",
                "Ontvangstbevestiging",
                "Pim Vos",
                "Afspraak afgezegd",
            ],
            ["2026-03-18", "Verslag", "Hanna Mulder", "Niet teruggebeld"],
        ];
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
            .collect();
        let fitted = |most: usize| {
            let mut rows = rows.clone();
            fit(&mut rows, most, &[(3, 0), (2, 10), (1, 12)]);
            columns(&rows)
        };
        let width = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap();
        assert_eq!(fitted(65), columns(&rows));
        for most in 38..65 {
            assert!(width(&fitted(most)) <= most, "{most}:\n{}", fitted(most));
            assert!(fitted(most).contains("2026-03-16"));
        }
        assert!(fitted(60).contains("Afspraak af…"), "{}", fitted(60));
        assert!(!fitted(50).contains("Afspr") && fitted(50).contains("Hanna Mulder"));
        assert!(fitted(40).contains("Ontvangstbevest…"), "{}", fitted(40));
    }
}
