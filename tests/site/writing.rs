//! Writing a site: what is staged, moved, removed and left alone.

use std::fs;
use std::path::Path;

use klacht::locale::Locale;
use klacht::site::{MANIFEST, Page, SiteError, Source, Writer, Written, build, render};
use klacht::words::Language;
use tempfile::{TempDir, tempdir};

use crate::Checked;

fn page(path: &str, text: &str) -> Page {
    Page {
        path: path.to_owned(),
        content: text.into(),
    }
}

fn write(out: &Path, pages: &[(&str, &str)]) -> Result<Written, SiteError> {
    let mut writer = Writer::open(out)?;
    for (path, text) in pages {
        writer.stage(&page(path, text))?;
    }
    writer.commit()
}

fn numbers(written: usize, unchanged: usize, removed: usize) -> Written {
    Written {
        written,
        unchanged,
        removed,
    }
}

/// Every file under a directory, hidden ones included, with its text.
fn tree(dir: &Path) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = walkdir::WalkDir::new(dir)
        .min_depth(1)
        .into_iter()
        .map(|entry| {
            let entry = entry.unwrap();
            let path = entry
                .path()
                .strip_prefix(dir)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            let text = if entry.file_type().is_file() {
                fs::read_to_string(entry.path()).unwrap()
            } else {
                String::new()
            };
            (path, text)
        })
        .collect();
    found.sort();
    found
}

fn site() -> TempDir {
    let dir = tempdir().unwrap();
    assert_eq!(
        write(dir.path(), &[("a.html", "a"), ("x/b.html", "b")]).unwrap(),
        numbers(2, 0, 0)
    );
    dir
}

#[test]
fn what_is_the_same_stays_and_what_is_stale_goes() {
    let dir = site();
    let before = fs::metadata(dir.path().join("a.html"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(
        write(dir.path(), &[("a.html", "a"), ("c.html", "c")]).unwrap(),
        numbers(1, 1, 1)
    );
    let names: Vec<String> = tree(dir.path()).into_iter().map(|(path, _)| path).collect();
    assert_eq!(
        names,
        [MANIFEST, "a.html", "c.html"],
        "the directory of a page that went is gone too"
    );
    assert_eq!(
        fs::metadata(dir.path().join("a.html"))
            .unwrap()
            .modified()
            .unwrap(),
        before
    );
    assert_eq!(
        write(dir.path(), &[("a.html", "a"), ("c.html", "c")]).unwrap(),
        numbers(0, 2, 0)
    );
}

#[test]
fn a_foreign_file_is_named_and_nothing_changes() {
    let dir = site();
    fs::write(dir.path().join("mine.html"), "mine").unwrap();
    fs::create_dir(dir.path().join("y")).unwrap();
    fs::write(dir.path().join("y/notes.txt"), "mine").unwrap();
    let before = tree(dir.path());
    let error = write(
        dir.path(),
        &[("a.html", "new"), ("mine.html", "x"), ("y", "x")],
    )
    .unwrap_err();
    for (language, word) in [
        (Language::Nl, "niet gemaakt"),
        (Language::En, "did not make"),
    ] {
        let text = error.text(Locale::of(language));
        assert!(
            text.contains("mine.html, y") && text.contains(word),
            "{text}"
        );
    }
    assert_eq!(tree(dir.path()), before);
    // A file that is in nobody's way is left alone, though it stands among the pages.
    assert_eq!(
        write(dir.path(), &[("y/page.html", "x")]).unwrap(),
        numbers(1, 0, 2)
    );
    assert_eq!(
        fs::read_to_string(dir.path().join("mine.html")).unwrap(),
        "mine"
    );
    write(dir.path(), &[]).unwrap();
    assert!(dir.path().join("y/notes.txt").exists());
}

#[test]
fn a_build_killed_before_the_move_leaves_the_old_site() {
    let dir = site();
    let before = tree(dir.path());
    let mut writer = Writer::open(dir.path()).unwrap();
    writer.stage(&page("a.html", "new")).unwrap();
    // As after a kill: nothing is cleaned up.
    std::mem::forget(writer);
    let left = tree(dir.path());
    assert!(before.iter().all(|file| left.contains(file)) && left.len() > before.len());
    assert_eq!(
        write(dir.path(), &[("a.html", "a"), ("x/b.html", "b")]).unwrap(),
        numbers(0, 2, 0)
    );
    assert_eq!(tree(dir.path()), before);
}

#[test]
fn a_build_killed_during_the_move_is_repaired_by_the_next() {
    let dir = site();
    // The manifest names the old pages and the new ones, and only some have moved.
    let both =
        "{\"klacht_site\": 1, \"pages\": [\"a.html\", \"c.html\", \"d.html\", \"x/b.html\"]}";
    fs::write(dir.path().join(MANIFEST), both).unwrap();
    fs::write(dir.path().join("c.html"), "c").unwrap();
    fs::create_dir(dir.path().join(".klacht-staging-k1ll3d")).unwrap();
    assert_eq!(
        write(dir.path(), &[("c.html", "c"), ("d.html", "d")]).unwrap(),
        numbers(1, 1, 2)
    );
    let names: Vec<String> = tree(dir.path()).into_iter().map(|(path, _)| path).collect();
    assert_eq!(names, [MANIFEST, "c.html", "d.html"]);
}

#[test]
fn a_move_that_fails_is_taken_back() {
    let dir = site();
    let mut writer = Writer::open(dir.path()).unwrap();
    for (path, text) in [("a.html", "new"), ("n/new.html", "n"), ("z.html", "z")] {
        writer.stage(&page(path, text)).unwrap();
    }
    // Somebody makes a directory where a page is about to go.
    fs::create_dir_all(dir.path().join("z.html/full")).unwrap();
    assert!(matches!(writer.commit(), Err(SiteError::Io { .. })));
    fs::remove_dir_all(dir.path().join("z.html")).unwrap();
    let files: Vec<(String, String)> = tree(dir.path())
        .into_iter()
        .filter(|(path, _)| path != MANIFEST)
        .collect();
    let expected = [("a.html", "a"), ("x", ""), ("x/b.html", "b")];
    assert_eq!(
        files,
        expected.map(|(path, text)| (path.to_owned(), text.to_owned()))
    );
    assert_eq!(
        write(dir.path(), &[("a.html", "a"), ("x/b.html", "b")]).unwrap(),
        numbers(0, 2, 0)
    );
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_site() {
    let (dir, elsewhere) = (site(), tempdir().unwrap());
    fs::write(elsewhere.path().join("b.html"), "theirs").unwrap();
    fs::remove_dir_all(dir.path().join("x")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("x")).unwrap();
    let error = write(dir.path(), &[("a.html", "a"), ("x/b.html", "new")]).unwrap_err();
    assert!(
        matches!(&error, SiteError::Foreign { paths } if paths[..] == ["x"]),
        "{error}"
    );
    // Nor is what is behind it removed when the page goes.
    assert_eq!(
        write(dir.path(), &[("a.html", "a")]).unwrap(),
        numbers(0, 1, 0)
    );
    fs::remove_file(dir.path().join("a.html")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("b.html"), dir.path().join("a.html")).unwrap();
    assert!(matches!(
        write(dir.path(), &[("a.html", "new")]),
        Err(SiteError::Foreign { .. })
    ));
    assert_eq!(
        tree(elsewhere.path()),
        [("b.html".to_owned(), "theirs".to_owned())]
    );
}

#[test]
fn a_path_that_leads_out_is_refused() {
    let dir = site();
    for path in [
        "../x.html",
        "/etc/x",
        "a/../../x",
        "",
        "a//b",
        ".hidden",
        "a/.git/x",
        "c:x",
        "a\\b",
    ] {
        let mut writer = Writer::open(dir.path()).unwrap();
        assert!(writer.stage(&page(path, "x")).is_err(), "{path}");
    }
    fs::write(
        dir.path().join(MANIFEST),
        "{\"klacht_site\": 1, \"pages\": [\"../x\"]}",
    )
    .unwrap();
    assert!(matches!(
        write(dir.path(), &[]),
        Err(SiteError::Manifest { .. })
    ));
}

#[test]
fn a_damaged_manifest_stops_the_build() {
    let dir = site();
    fs::write(dir.path().join(MANIFEST), "{").unwrap();
    let error = write(dir.path(), &[("a.html", "new")]).unwrap_err();
    assert!(error.text(Locale::of(Language::Nl)).contains("beschadigd"));
    assert_eq!(fs::read_to_string(dir.path().join("a.html")).unwrap(), "a");
}

#[test]
fn a_directory_that_cannot_be_written_is_an_error_with_its_path() {
    let dir = tempdir().unwrap();
    // A file in the place of the directory fails for everyone; a read-only directory does not for an administrator.
    let out = dir.path().join("file/site");
    fs::write(dir.path().join("file"), "x").unwrap();
    let error = write(&out, &[("a.html", "a")]).unwrap_err();
    assert!(
        error.text(Locale::of(Language::En)).contains("file/site"),
        "{error}"
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_directory_keeps_its_site() {
    use std::os::unix::fs::PermissionsExt;
    let dir = site();
    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&dir.path().join("x"), 0o555);
    if fs::write(dir.path().join("x/probe"), "").is_ok() {
        println!("skipped: this user may write anywhere");
        fs::remove_file(dir.path().join("x/probe")).unwrap();
        mode(&dir.path().join("x"), 0o755);
        return;
    }
    let before = tree(&dir.path().join("x"));
    let error = write(dir.path(), &[("a.html", "new"), ("x/b.html", "new")]).unwrap_err();
    assert!(
        error
            .text(Locale::of(Language::Nl))
            .contains("mag niet schrijven"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(dir.path().join("a.html")).unwrap(), "a");
    mode(&dir.path().join("x"), 0o755);
    assert_eq!(tree(&dir.path().join("x")), before);
}

/// Whoever begins with a copy of a built-in template must get what they had.
#[test]
fn copies_of_the_built_in_templates_give_the_same_pages() {
    let checked = Checked::small();
    let templates = tempdir().unwrap();
    let own = templates.path().join("site");
    fs::create_dir(&own).unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/site");
    for entry in fs::read_dir(built_in).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), own.join(entry.file_name())).unwrap();
    }
    for language in [Language::Nl, Language::En] {
        let mut source = checked.source(Locale::of(language));
        let pages = |source: &Source<'_>| {
            let mut pages = Vec::new();
            let mut sink = |page| {
                pages.push(page);
                Ok(())
            };
            render(source, &mut sink, &mut |_, _| {}).unwrap();
            pages
        };
        let built_in = pages(&source);
        source.templates = Some(templates.path());
        for (own, built_in) in pages(&source).iter().zip(&built_in) {
            assert_eq!(own, built_in, "{}", own.path);
        }
    }
}

#[test]
fn own_templates_win_file_by_file_and_a_bad_one_changes_nothing() {
    let checked = Checked::small();
    let locale = Locale::of(Language::Nl);
    let (dir, templates) = (tempdir().unwrap(), tempdir().unwrap());
    fs::create_dir(templates.path().join("site")).unwrap();
    let own =
        |name: &str, text: &str| fs::write(templates.path().join("site").join(name), text).unwrap();
    let mut source = checked.source(locale);
    source.templates = Some(templates.path());
    let run = || build(&source, dir.path(), &mut |_, _| {});

    own(
        "faults.html",
        "{% extends \"layout.html\" %}{% block content %}Eigen <p>{{ page.title }}</p>{% endblock %}",
    );
    own("style.css", "body { color: red; }");
    run().unwrap();
    let faults = fs::read_to_string(dir.path().join("faults.html")).unwrap();
    assert!(faults.contains("Eigen <p>") && faults.contains("</footer>"));
    assert_eq!(
        fs::read_to_string(dir.path().join("style.css")).unwrap(),
        "body { color: red; }"
    );
    assert_eq!(run().unwrap().written, 0);
    own("fault.html", "");
    let unused = klacht::site::unused_templates(templates.path()).unwrap();
    assert_eq!(
        unused,
        [("fault.html".to_owned(), "faults.html".to_owned())]
    );

    let before = tree(dir.path());
    for bad in ["{{ nothing }}", "{% if %}", "{{ page.nothing.deeper }}"] {
        own("faults.html", bad);
        let error = run().unwrap_err();
        assert!(
            matches!(&error, SiteError::Template { name, .. } if name == "faults.html"),
            "{error}"
        );
        assert_eq!(tree(dir.path()), before);
    }
}
