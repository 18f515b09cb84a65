//! What cannot be done without: walks a register, reads every YAML file and parses it to a value. Nothing of the project.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;

use walkdir::WalkDir;

/// Walks, reads and parses; gives how many files there were.
pub fn walk_and_parse(root: &Path) -> Result<usize, Box<dyn Error>> {
    let mut files = 0;
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.file_type().is_file()
            && entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "yaml")
        {
            let text = std::fs::read_to_string(entry.path())?;
            black_box(serde_yaml::from_str::<serde_yaml::Value>(&text)?);
            files += 1;
        }
    }
    Ok(files)
}
