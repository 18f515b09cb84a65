//! Deadlines as a calendar that calendar programs read (RFC 5545).

use icalendar::{Alarm, Calendar, Component, EventLike as _, EventStatus, Property, Trigger};

use crate::calendar::Calendar as WorkCalendar;
use crate::deadlines::{AnalysisDeadline, Deadline, State};
use crate::register::case::Case;
use crate::register::redaction::Redaction;
use crate::words::characters::one_line;
use crate::words::{Day, Language, Span};

/// How long what is done stays in a calendar, so that programs that looked away for a while take it out.
const KEPT_DAYS: i64 = 400;

/// The hour at which an alarm goes.
const MORNING: i64 = 9;

/// Something with a last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What names it, always the same: case, term, measure, and the step that started it.
    pub key: String,
    /// What is to be done, and for which case.
    pub title: String,
    /// More about it, as it may be read by everybody.
    pub description: String,
    /// The last day in time.
    pub last_day: Day,
    /// The alarms, in days before the last one; none when nothing is asked for any more.
    pub alarms: Vec<i64>,
    /// Where to read on.
    pub link: Option<String>,
    /// Whether nothing is asked for any more.
    pub done: bool,
    /// A number that grows with the case, so that programs know which version is the later one.
    pub version: usize,
}

impl Entry {
    /// Makes the entry of a deadline; none of one that was done long ago.
    pub fn new(
        case: &Case,
        deadline: &Deadline<'_>,
        summary: &str,
        language: Language,
        settings: &Settings<'_>,
    ) -> Option<Self> {
        let as_of = settings.as_of;
        let done = !deadline.state.is_open();
        let ended = deadline
            .end
            .map_or(deadline.last_day, |end| end.moment().day)
            .max(deadline.last_day);
        if done
            && (as_of.days_since(ended) > KEPT_DAYS
                || deadline.state == State::Void && deadline.end.is_none())
        {
            return None;
        }
        let measure = deadline
            .measure_number(case)
            .map(|number| format!("-{number}"))
            .unwrap_or_default();
        let named = deadline
            .measure
            .filter(|_| !Redaction::new(case, "").hides_measures())
            .map(|id| format!(" ({id})"))
            .unwrap_or_default();
        let id = case.id;
        let name = deadline.term.name.text(language);
        Some(Self {
            key: format!(
                "{id}-{:02}-{}{measure}",
                deadline.start.step + 1,
                deadline.term.id
            ),
            title: format!("{id}: {name}{named}"),
            description: summary.to_owned(),
            last_day: deadline.last_day,
            alarms: settings.alarms(deadline.last_day, done),
            link: None,
            done,
            version: case.steps.len(),
        })
    }

    /// Makes the entry of a yearly analysis (clause 8); none of one that was done long ago.
    pub fn of_analysis(
        analysis: &AnalysisDeadline,
        title: String,
        settings: &Settings<'_>,
    ) -> Option<Self> {
        let done = !analysis.state.is_open();
        if done && settings.as_of.days_since(analysis.last_day) > KEPT_DAYS {
            return None;
        }
        Some(Self {
            key: format!("analysis-{}", analysis.year),
            title,
            description: String::new(),
            last_day: analysis.last_day,
            alarms: settings.alarms(analysis.last_day, done),
            link: None,
            done,
            // It is asked for, and then it is there.
            version: 1 + usize::from(done),
        })
    }

    /// Gives the entry as it stands in the calendar of someone who has nothing to do with it any more.
    #[must_use]
    pub fn cancelled(self) -> Self {
        Self {
            done: true,
            alarms: Vec::new(),
            ..self
        }
    }

    /// Adds the page to read on, where the address of the site is known.
    #[must_use]
    pub fn linked(self, site: Option<&str>, page: &str) -> Self {
        Self {
            link: site.map(|site| format!("{}/{page}", site.trim_end_matches('/'))),
            ..self
        }
    }
}

/// What entries are made with.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// The days off.
    pub calendar: &'a WorkCalendar,
    /// The lead times of reminders.
    pub remind: &'a [Span],
    /// The reference date.
    pub as_of: Day,
}

impl Settings<'_> {
    /// Gives the alarms before a last day; none of what is done.
    fn alarms(&self, last_day: Day, done: bool) -> Vec<i64> {
        if done {
            return Vec::new();
        }
        alarms(self.calendar, self.remind, last_day)
    }
}

/// Counts how many days before a last day each lead time begins, the earliest first.
fn alarms(calendar: &WorkCalendar, remind: &[Span], last_day: Day) -> Vec<i64> {
    let earliest = |span: &Span| {
        let reaches = |days: &i64| {
            let start = last_day
                .0
                .checked_sub_signed(chrono::Duration::days(*days))
                .map(Day);
            start.is_some_and(|start| calendar.last_day(start, *span) >= last_day)
        };
        (0..366).take_while(reaches).last().unwrap_or(0)
    };
    let mut days: Vec<i64> = remind.iter().map(earliest).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

/// An entry as calendars hold it: written once, for it stands in several.
#[derive(Debug)]
pub struct Event {
    last_day: Day,
    key: String,
    text: String,
}

impl Event {
    /// Writes an entry; the same one on the same day gives the same bytes.
    ///
    /// `host` makes its name unique in the world.
    pub fn new(entry: &Entry, host: &str, as_of: Day) -> Self {
        let stamp = format!("{}T000000Z", compact(as_of));
        let title = one_line(&entry.title);
        let mut event = icalendar::Event::new();
        event
            .uid(&format!("{}@{host}", entry.key))
            .summary(&title)
            .starts(entry.last_day.0);
        // The end is the first day that does not belong to it.
        event.ends(entry.last_day.0.succ_opt().unwrap_or(entry.last_day.0));
        event
            .add_property("DTSTAMP", &stamp)
            .add_property("SEQUENCE", entry.version.to_string())
            .add_property("TRANSP", "TRANSPARENT");
        if !entry.description.is_empty() {
            event.description(&one_line(&entry.description));
        }
        if let Some(link) = &entry.link {
            event.url(link);
        }
        event.status(if entry.done {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
        for days in &entry.alarms {
            // An event of a whole day begins at midnight, when nobody wants to hear of it.
            let before = chrono::Duration::days(*days) - chrono::Duration::hours(MORNING);
            let mut alarm = Alarm::display(&title, Trigger::before_start(before));
            alarm
                .add_property("UID", format!("{}-{days}@{host}", entry.key))
                .add_property("DTSTAMP", &stamp);
            event.append_component(alarm);
        }
        Self {
            last_day: entry.last_day,
            key: entry.key.clone(),
            text: Component::to_string(&event),
        }
    }
}

/// Gives a calendar of events, by their last day.
pub fn render_calendar<'e>(name: &str, events: impl IntoIterator<Item = &'e Event>) -> String {
    const END: &str = "END:VCALENDAR\r\n";
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//klacht//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.append_property(Property::new("X-WR-CALNAME", one_line(name)));
    let mut sorted: Vec<&Event> = events.into_iter().collect();
    sorted.sort_by(|a, b| (a.last_day, &a.key).cmp(&(b.last_day, &b.key)));
    let empty = calendar.to_string();
    let head = empty.strip_suffix(END).unwrap_or(&empty);
    let texts = sorted.iter().map(|event| event.text.as_str());
    [head].into_iter().chain(texts).chain([END]).collect()
}

/// Gives the host of the address of a site.
pub fn host(site: Option<&str>) -> String {
    let host = site
        .and_then(|site| site.split_once("://"))
        .map(|(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or_default());
    let plain = |host: &&str| {
        !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
    };
    host.filter(plain).unwrap_or("klacht.invalid").to_owned()
}

fn compact(day: Day) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> Entry {
        Entry {
            key: "2026-0001-01-report".into(),
            title: text.into(),
            description: text.into(),
            last_day: "2026-03-16".parse().unwrap(),
            alarms: vec![7, 2],
            link: None,
            done: false,
            version: 3,
        }
    }

    #[test]
    fn alarms_count_working_days() {
        let spans: Vec<Span> = ["5 working days", "2 working days", "1 week"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        // Monday 16 March: two working days before it is Thursday, a week before it is Monday, and so are five working days.
        assert_eq!(
            alarms(
                &WorkCalendar::default(),
                &spans,
                "2026-03-16".parse().unwrap()
            ),
            [7, 4]
        );
    }

    #[test]
    fn an_entry_is_one_event_and_what_is_done_is_cancelled() {
        let day: Day = "2026-03-02".parse().unwrap();
        let calendar = |entry: &Entry| {
            let event = Event::new(entry, "example.org", day);
            render_calendar("Alles", [&event])
        };
        let open = calendar(&entry("a; b, c\nd"));
        for part in [
            "DTSTART;VALUE=DATE:20260316\r\n",
            "UID:2026-0001-01-report@example.org",
            "STATUS:CONFIRMED",
            "TRIGGER;RELATED=START:-PT572400S",
            "SEQUENCE:3",
            "SUMMARY:a\\; b\\, c d",
        ] {
            assert!(open.contains(part), "{part} in {open}");
        }
        assert_eq!(
            (
                open.matches("BEGIN:VALARM").count(),
                open.matches("DTSTAMP:20260302T000000Z").count()
            ),
            (2, 3)
        );
        let done = calendar(&entry("a").cancelled());
        assert!(
            done.contains("STATUS:CANCELLED") && !done.contains("VALARM"),
            "{done}"
        );
        assert!(
            done.split("\r\n")
                .all(|line| line.len() <= 75 && !line.contains(['\n', '\r']))
        );
        assert_eq!(open.find("END:VCALENDAR"), open.rfind("END:VCALENDAR"));
        assert!(open.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"), "{open}");
        assert_eq!(
            host(Some("https://klachten.example.org:8080/x")),
            "klachten.example.org"
        );
        assert_eq!(host(Some("https://x\r\ny/")), "klacht.invalid");
    }
}
