//! Writes a made-up register: `cargo run --example demo_register -- DIR NAME SEED CASES`, of the organisation NAME, with
//! CASES complaints over 2023, 2024 and 2025 as of 31 January 2026. The same words give the same files. What
//! `docs/exports.md` and `docs/performance.md` show is made from these.

use std::error::Error;
use std::path::Path;

use klacht::demo::{Demo, write_register};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [dir, name, seed, cases] = args.as_slice() else {
        return Err("what is asked for: DIR NAME SEED CASES".into());
    };
    let dir = Path::new(dir);
    let demo = Demo {
        seed: seed.parse()?,
        cases: cases.parse()?,
        first_year: 2023,
        years: 3,
        as_of: "2026-01-31".parse()?,
    };
    write_register(dir, &demo)?;
    let path = dir.join("procedure.yaml");
    let text = std::fs::read_to_string(&path)?;
    let named = text.replacen(
        "name: Voorbeeld Re-integratie\n",
        &format!("name: {name}\n"),
        1,
    );
    Ok(std::fs::write(path, named)?)
}
