"""Reads what klacht writes for other programs with other people's readers. Run by `tests/foreign/run`."""

import email
import email.policy
import email.utils
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
from datetime import timedelta
from xml.etree import ElementTree

import feedparser
import icalendar
from lxml import etree

KLACHT = sys.argv[1]
ROOT = pathlib.Path(__file__).parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"
KINDS = "acknowledgement refusal extension employee statement offer report appeal".split()
DAY = "2026-11-02"
GRAMMAR = etree.RelaxNG.from_rnc_string((ROOT / "tests/foreign/feed.rnc").read_text())


def klacht(*args, cwd=ROOT):
    """Runs the program; gives its exit code and standard output."""
    done = subprocess.run([KLACHT, *map(str, args)], cwd=cwd, capture_output=True, check=False)
    return done.returncode, done.stdout


def build(register, out, day=DAY):
    """Builds the site of a register and gives its directory."""
    code, text = klacht("build", "-r", register, "--out", out, "--as-of", day, "--force")
    assert code in (0, 1) and out.is_dir(), text.decode()
    return out


def events(path):
    """Reads a calendar as strictly as RFC 5545 lets a program be; gives its events by UID."""
    raw = path.read_bytes()
    assert raw.endswith(b"\r\n") and not re.search(rb"(?<!\r)\n|\r(?!\n)", raw), f"{path}: line ends"
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75, f"{path}: a line of {len(line)} octets"
        line.decode("utf-8")  # a character is not folded in two
    calendar = icalendar.Calendar.from_ical(raw)
    assert not calendar.errors, calendar.errors
    for name in ("VERSION", "PRODID", "METHOD", "X-WR-CALNAME"):
        assert calendar.get(name), f"{path}: {name}"
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        uid = str(event["UID"])
        assert uid not in found and "@" in uid, f"{path}: {uid} twice, or nameless"
        start, end = event["DTSTART"], event["DTEND"]
        assert start.params["VALUE"] == end.params["VALUE"] == "DATE"
        assert end.dt - start.dt == timedelta(days=1), "the end is the first day after it"
        assert event["DTSTAMP"].dt.tzinfo and int(event["SEQUENCE"]) > 0
        assert event["STATUS"] in ("CONFIRMED", "CANCELLED")
        alarms = event.walk("VALARM")
        assert not (alarms and event["STATUS"] == "CANCELLED"), "nobody is reminded of what is done"
        for alarm in alarms:
            assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"], alarm
            assert isinstance(alarm["TRIGGER"].dt, timedelta)
        assert not [name for name in event if name in ("ATTENDEE", "ATTACH", "ORGANIZER")]
        found[uid] = event
    return found


def calendars(site, later):
    """Checks the calendars of two days: nobody's event is not in that of all, and what is the same keeps its name."""
    everything = events(site / "calendar.ics")
    assert everything
    for path in site.glob("calendar-*.ics"):
        own = events(path)
        assert own.keys() <= everything.keys(), path
    after = events(later / "calendar.ics")
    for uid in everything.keys() & after.keys():
        assert int(after[uid]["SEQUENCE"]) >= int(everything[uid]["SEQUENCE"])
        assert after[uid]["DTSTART"].dt == everything[uid]["DTSTART"].dt
    lost = {uid for uid in everything.keys() - after.keys() if everything[uid]["STATUS"] == "CONFIRMED"}
    assert not lost, lost
    return len(everything)


def khal(path, later):
    """Imports a calendar into khal, and then the one of a later day: khal lists each event once, as the later one has it."""
    program = pathlib.Path(sys.executable).with_name("khal")
    with tempfile.TemporaryDirectory() as home:
        home = pathlib.Path(home)
        (home / "vdir").mkdir()
        config = home / "config"
        config.write_text(
            f"[calendars]\n[[klacht]]\npath = {home}/vdir\ntype = calendar\n"
            f"[sqlite]\npath = {home}/khal.db\n"
            "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        )
        env = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
        run = lambda *args: subprocess.run(
            [program, "-c", str(config), *args], env=env, check=True, capture_output=True, text=True
        ).stdout
        def listed(path):
            run("import", "--batch", "-a", "klacht", str(path))
            lines = run("list", "--day-format", "", "--format", "{uid} {status}", "2000-01-01", "2100-01-01").splitlines()
            found = [tuple(line.split(maxsplit=1)) for line in lines if line.strip()]
            assert len(dict(found)) == len(found), "an event twice"
            return {uid: status.strip() for uid, status in found}
        first, second = events(path), events(later)
        assert listed(path).keys() == first.keys()
        after = listed(later)
        assert after.keys() == first.keys() | second.keys()
        for uid, event in second.items():
            assert after[uid].startswith(event["STATUS"]), (uid, after[uid])
    cancelled = [uid for uid in first.keys() & second.keys() if first[uid]["STATUS"] != second[uid]["STATUS"]]
    return len(first), len(second.keys() - first.keys()), len(cancelled)


def update(home):
    """Builds the calendar of a case before and after some of its steps, and lets khal follow it."""
    base = ROOT / "tests/rules/base"
    register = home / "update"
    case = register / "2026/2026-0001"
    (case / "private").mkdir(parents=True)
    for name in ("procedure.yaml", "staff.yaml"):
        shutil.copy(base / name, register / name)
    (case / "private/01.yaml").write_text("complainant: {name: R. Voorbeeld}\ndescription: De afspraak ging niet door.\n")
    steps = (base / "complaint.yaml").read_text()
    made = []
    for day, end in (("2026-03-04", "- step: acknowledged"), ("2026-03-19", "- step: answered")):
        (case / "complaint.yaml").write_text(steps[: steps.index(end)])
        made.append(build(register, home / f"update-{day}", day) / "calendar.ics")
    listed, added, cancelled = khal(*made)
    assert listed == 1 and added >= 2 and cancelled == 1, (listed, added, cancelled)
    return f"an update that adds {added} and cancels {cancelled}"


def feed(path, absolute):
    """Checks a feed by feedparser and by a grammar for RELAX NG, after RFC 4287, section 4."""
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10" and read.entries
    root = etree.parse(path, etree.XMLParser(resolve_entities=False)).getroot()
    assert root.tag == f"{ATOM}feed"
    GRAMMAR.assertValid(root)
    for element in (root, *root.findall(f"{ATOM}entry")):
        links = [(link.get("rel"), link.get("type"), link.get("href")) for link in element.findall(f"{ATOM}link")]
        assert len({link[:2] for link in links}) == len(links), links
        for rel, _, href in links:
            assert bool(urllib.parse.urlparse(href).scheme) == absolute, href
    ids = [entry.id for entry in read.entries]
    assert len(set(ids)) == len(ids) and all(entry.updated_parsed for entry in read.entries)
    return set(ids)


def mail(raw):
    """Reads a letter as a mail program would; gives the message."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        assert not part.defects, part.defects
    names = [name.lower() for name in message.keys()]
    assert len(set(names)) == len(names), names
    extra = set(names) - {"from", "to", "cc", "subject", "date", "message-id", "mime-version", "content-type", "x-unsent"}
    assert not extra, extra
    for header in message.values():
        assert not getattr(header, "defects", ()), (header, header.defects)
    assert message["X-Unsent"] == "1" and email.utils.parsedate_to_datetime(message["Date"])
    assert re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", message["Message-ID"].strip()), message["Message-ID"]
    # An organisation without an address leaves the sender to the mail program.
    assert message["From"] is None or len(message["From"].addresses) == 1
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    for part in (text, html):
        assert part.get_content_charset() == "utf-8"
    assert html.get_content().lstrip().startswith("<!DOCTYPE html>") and text.get_content().strip()
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    return message


def letters():
    """Makes every letter that the example register has, in both languages, as mail."""
    made = 0
    for case in sorted(path.name for path in (ROOT / "complaints").glob("20*/20*-*")):
        for kind in KINDS:
            for language in ("nl", "en"):
                code, raw = klacht("letter", case, kind, "--format", "eml", "--lang", language)
                if code == 0:
                    message = mail(raw)
                    assert case in message["Subject"]
                    made += 1
    assert made > 100, made
    return made


def corpus(name):
    """The hostile texts of a file; none where `KLACHT_CORPORA` is not set."""
    directory = os.environ.get("KLACHT_CORPORA")
    if not directory:
        print(f"SKIPPED: {name}, because KLACHT_CORPORA is not set", file=sys.stderr)
        return []
    lines = (pathlib.Path(directory) / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [text for text in (json.loads(line).get("payload") for line in lines) if isinstance(text, str)]


def hostile(home):
    """Puts a hostile text into each case of a register, and reads what comes of those that the register accepts."""
    base = ROOT / "tests/rules/base"
    register = home / "hostile"
    register.mkdir()
    for name in ("procedure.yaml", "staff.yaml"):
        shutil.copy(base / name, register / name)
    texts = corpus("ics") + corpus("mail_header")
    for number, text in enumerate(texts, 1):
        case = register / f"2026/2026-{number:04}"
        (case / "private").mkdir(parents=True)
        quoted = json.dumps(text, ensure_ascii=True)
        (case / "complaint.yaml").write_text(
            f"case: 2026-{number:04}\nsteps:\n\n- step: received\n  date: 2026-03-02\n  by: m.bakker\n  channel: phone\n"
            "  complainant: client\n  commissioned_by: {kind: uwv, name: UWV}\n  about: [k.smit]\n  category: communication\n"
            f"  summary: {quoted}\n\n- step: assigned\n  date: 2026-03-03\n  by: c.janssen\n  handler: p.vos\n  function: Manager\n"
        )
        (case / "private/01.yaml").write_text(
            f"complainant: {{name: {quoted}, email: {quoted}}}\ndescription: {quoted}\n"
        )
    if not texts:
        return 0, 0
    site = build(register, home / "hostile-site", "2026-03-10")
    found = events(site / "calendar.ics")
    feed(site / "feed.atom", absolute=False)
    cases = {uid[:9] for uid in found}
    mails = 0
    for case in sorted(path.name for path in register.glob("2026/2026-*")):
        code, raw = klacht("letter", case, "employee", "--format", "eml", "-r", register)
        if code == 0:
            mail(raw)
            mails += 1
        # To the complainant, whose name and address are as hostile.
        code, raw = klacht("letter", case, "appeal", "--format", "eml", "-r", register)
        if code == 0:
            message = mail(raw)
            assert message["To"] is None or len(message["To"].addresses) == 1, message["To"]
            mails += 1
    return len(cases), mails


def pdf(home):
    """Prints a letter and looks at the size and the foot of its pages."""
    out = home / "letter.pdf"
    code, text = klacht("letter", "2026-0002", "acknowledgement", "--format", "pdf", "--out", out)
    assert code == 0, text
    info = subprocess.run(["pdfinfo", out], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Page size: +59[45]\.?\d* x 84[12]\.?\d* pts \(A4\)", info), info
    pages = int(re.search(r"Pages: +(\d+)", info)[1])
    text = subprocess.run(["pdftotext", "-layout", out, "-"], check=True, capture_output=True, text=True).stdout
    for page in range(1, pages + 1):
        assert f"Pagina {page} van {pages}" in text, text
    return f"a PDF of {pages} pages"


def sheets(home):
    """Prints letters of which the pages matter: no page begins with the end of a paragraph, and what is agreed with stands on
    the sheet that is signed."""
    def pages(case, kind, register=ROOT / "complaints"):
        out = home / "sheets.pdf"
        code, text = klacht("letter", case, kind, "--format", "pdf", "--out", out, "-r", register)
        assert code == 0, text
        text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True, text=True).stdout
        return [page for page in text.split("\f") if page.strip()]
    first, second = pages("2026-0004", "report")
    assert second.startswith("Bent u niet tevreden?") and "UWV Heerlen." in second, second
    base, register = ROOT / "tests/rules/base", home / "sheets"
    private = register / "2026/2026-0001/private"
    private.mkdir(parents=True)
    for name in ("procedure.yaml", "staff.yaml"):
        shutil.copy(base / name, register / name)
    shutil.copy(base / "complaint.yaml", private.parent / "complaint.yaml")
    (private / "01.yaml").write_text("complainant: {name: R. Voorbeeld}\ndescription: De afspraak ging niet door.\n")
    said = 0
    for paragraphs in ([1], [20], [30], [40], [58], [5] * 8, [1] * 40, [45, 4]):
        words = "\n\n".join("  " + "woord voor woord staat het er zo, " * 3 * lines for lines in paragraphs)
        (private / "04.yaml").write_text(f"statement: |\n{words}\n")
        sheet = pages("2026-0001", "statement", register)[-1]
        assert sheet.index("woord") < sheet.index("Mijn verklaring") < sheet.index("Handtekening"), sheet
        said += 1
    return f"{said} statements with the words on the sheet that is signed"


def main():
    with tempfile.TemporaryDirectory() as home:
        home = pathlib.Path(home)
        site = build(ROOT / "complaints", home / "site")
        later = build(ROOT / "complaints", home / "later", "2026-11-20")
        count = calendars(site, later)
        told = feed(site / "feed.atom", absolute=True)
        assert told == feed(later / "feed.atom", absolute=True), "an id stays what it is"
        ElementTree.parse(site / "feed.atom")
        assert khal(site / "calendar.ics", later / "calendar.ics")[0] == count
        print(f"calendars: khal lists {count} events, and follows {update(home)}")
        print(f"feed: {len(told)} entries")
        print(f"letters: {letters()} mails; {pdf(home)}; {sheets(home)}")
        cases, mails = hostile(home)
        print(f"hostile: {cases} cases in a calendar, {mails} mails")


main()
