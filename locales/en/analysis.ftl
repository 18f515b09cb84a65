# The yearly analysis (clause 8).

nav-analysis = Yearly analysis
analyses-lead = Each year the complaints coordinator answers three questions: are there trends, were complainants satisfied with what was done, and did the preventive measures help?
analyses-caption = For each year the answer to the three questions, and whether the analysis is signed.
analyses-none = There are no complaints yet, and so no analysis.
analysis-title = Yearly analysis { $year }
analysis-years = Other years
analysis-lead = The complaints of { $year }, as known on { $day }.
analysis-lead-running = The complaints of { $year } up to and including { $day }. The year still runs.
analysis-commit = Made from commit { $commit }.
analysis-contents = On this page
analysis-files = The figures as a file
analysis-file-csv = Figures (CSV)
analysis-file-json = Figures with all case numbers (JSON)
analysis-as-table = As a table
analysis-and-more = and
analysis-more = { $n ->
    [one] And 1 more, in the file at the end.
   *[other] And { $n } more, in the file at the end.
}
analysis-signed = signed
analysis-signed-late = signed too late
analysis-due = to be made
analysis-overdue = overdue
analysis-running = year still runs
analysis-decide = What asks for a decision
analysis-decide-nothing = Nothing in the figures asks for a decision now.
analysis-why-interval = The interval is not about this count (it is complete) but about what an unchanged process may give next year.

analysis-section-answers = The three questions
analysis-section-signed = The coordinator's judgement
analysis-section-flow = Received and closed
analysis-section-months = Through the months
analysis-section-families = What complaints are about
analysis-section-terms = In time
analysis-section-lead = Lead time
analysis-section-verdicts = Verdicts
analysis-section-corrective = Corrective measures
analysis-section-preventive = Preventive measures
analysis-section-quality = Quality of the data
analysis-section-audit = Checking every number
analysis-section-method = How this was computed

analysis-head-year = Year
analysis-head-received = Received
analysis-head-signed = Analysis
analysis-head-what = What
analysis-head-count = Number
analysis-head-month = Month
analysis-head-incidents = Incidents
analysis-head-complaints = Complaints
analysis-head-limits = Chance limits
analysis-head-signal = Signal
analysis-head-interval = 95% interval
analysis-head-previous = Before, a year
analysis-head-previous-period = Before, as long
analysis-head-phi-hat = φ̂
analysis-head-k = k
analysis-head-adjusted = Adjusted p
analysis-head-last = Last
analysis-head-term = Term
analysis-head-share = Share
analysis-head-not-due = Not due yet
analysis-head-apart = Counted apart
analysis-head-days = Days
analysis-head-open = Still open
analysis-head-closed = Closed
analysis-head-closed-share = Share closed
analysis-head-case = Complaint
analysis-head-age = Days open
analysis-head-overdue = Days overdue
analysis-head-verdict = Verdict
analysis-head-eligible = Carried out
analysis-head-satisfied = Satisfied
analysis-head-partly = Partly
analysis-head-dissatisfied = Dissatisfied
analysis-head-silent = No response
analysis-head-measure = Measure
analysis-head-says = What the figures say
analysis-head-checked = Substantive check
analysis-head-category = Category
analysis-head-in-force = In force
analysis-head-before = Before / days
analysis-head-after = After / days
analysis-head-ratio = Ratio
analysis-head-x1 = x₁
analysis-head-t1 = t₁
analysis-head-x0 = x₀
analysis-head-t0 = t₀
analysis-head-phi = φ
analysis-head-p = p
analysis-head-family = Comparisons
analysis-head-difference = Difference in percentage points
analysis-head-was = Was
analysis-head-now = Now
analysis-head-judged = Coordinator's judgement
analysis-head-ground = Ground

analysis-unknown-cause = unknown
analysis-unknown-department = unknown, or nobody concerned

# The answers.

answer-trends = Are there trends in the complaints?
answer-corrective = Were complainants satisfied with the corrective measures?
answer-preventive = Did the preventive measures lead to improvement?
answer-trends-short = Trends
answer-corrective-short = Satisfaction
answer-preventive-short = Prevention
state-trend-rise = { $clients ->
    [yes] rise per client
   *[no] rise
}
state-trend-fall = { $clients ->
    [yes] fall per client
   *[no] fall
}
state-trend-line = { $line } over the years
state-trend-both = { $level } this year, { $line } over the years
state-trend-none = no demonstrable trend
state-trend-running = year still runs
state-trend-insufficient = too little data
state-satisfied = { $p } satisfied
state-measure-improved = improved
state-measure-worsened = worsened
state-measure-mixed = improved and worsened
state-measure-none = no demonstrable change
state-measure-early = too early
state-measure-nothing = no measures
decide-trend-rise = { $clients ->
    [yes] In proportion to the number of clients, demonstrably
   *[no] Demonstrably
} more { $unit ->
    [incidents] incidents
   *[complaints] complaints
} came in than in the years before.
decide-trend-fall = { $clients ->
    [yes] In proportion to the number of clients, demonstrably
   *[no] Demonstrably
} fewer { $unit ->
    [incidents] incidents
   *[complaints] complaints
} came in than in the years before. Check whether complainants still find the way.
decide-overdue = { $n ->
    [one] 1 complaint is open and overdue.
   *[other] { $n } complaints are open and overdue.
}
decide-measures-overdue = { $n ->
    [one] 1 preventive measure is overdue: the day agreed on is past and it is not in force.
   *[other] { $n } preventive measures are overdue: the day agreed on is past and they are not in force.
}
decide-worsened = { $n ->
    [one] 1 preventive measure went together with demonstrably more complaints.
   *[other] { $n } preventive measures went together with demonstrably more complaints.
}
decide-independence = { $n ->
    [one] 1 complaint was handled by an employee concerned (clause 2).
   *[other] { $n } complaints were handled by an employee concerned (clause 2).
}

# Trends.

trend-rise = { $arrived } in { $year }, before that { $m } a year on average. That is{ $clients ->
    [yes] , in proportion to the number of clients,
   *[no] {""}
} a demonstrable rise: { $rr } times as many (95% interval { $lo }–{ $hi }).
trend-rise-from-none = { $arrived } in { $year }, before that none at all. That is{ $clients ->
    [yes] , in proportion to the number of clients,
   *[no] {""}
} a demonstrable rise.
trend-fall = { $arrived } in { $year }, before that { $m } a year on average. That is{ $clients ->
    [yes] , in proportion to the number of clients,
   *[no] {""}
} a demonstrable fall: { $rr } times as many (95% interval { $lo }–{ $hi }).
trend-none = No demonstrable trend: { $what } against { $m } a year on average. { $clients ->
    [yes] In proportion to the number of clients, chance
   *[no] Chance
} alone gives such differences. A change of { $lo } to { $hi } times remains possible; { $fall ->
    [0] none
   *[other] { $fall } or fewer
}, or { $rise } or more, would have been demonstrable.
trend-none-beside = The year { $year } by itself does not differ demonstrably from those before: { $what } against { $m } a year on average. A change of { $lo } to { $hi } times remains possible; { $fall ->
    [0] none
   *[other] { $fall } or fewer
}, or { $rise } or more, would have been demonstrable.
trend-insufficient-beside = Of the year { $year } by itself so few complaints tell nothing: { $what } against { $m } a year on average.
trend-insufficient = Too little data to say anything about a trend ({ $all } in { $k ->
    [one] 1 month
   *[other] { $k } months
}). Only from { $rise_from } a year would a rise be demonstrable.
trend-insufficient-short = Too little data to say anything about a trend ({ $all } in { $k ->
    [one] 1 month
   *[other] { $k } months
}).
arrived-complaints = { $n ->
    [one] 1 complaint
   *[other] { $n } complaints
}
arrived-incidents = { $n ->
    [one] 1 incident
   *[other] { $n } incidents
} ({ $complaints ->
    [one] 1 complaint
   *[other] { $complaints } complaints
})
counted-complaints = { $n ->
    [one] 1 complaint
   *[other] { $n } complaints
}
counted-incidents = { $n ->
    [one] 1 incident
   *[other] { $n } incidents
} ({ $complaints ->
    [one] 1 complaint
   *[other] { $complaints } complaints
})
counted-incidents-within = { $n ->
    [one] 1 incident
   *[other] { $n } incidents
} with { $complaints ->
    [one] 1 complaint
   *[other] { $complaints } complaints
}
counted-incidents-alone = { $n ->
    [one] 1 incident
   *[other] { $n } incidents
}
trend-running = The year { $year } still runs. Whether there is a trend is said when it is over. Up to and including { $day }: { $what }; in as long a period of the years before { $m } on average.
trend-running-first = The year { $year } still runs. Whether there is a trend is said when it is over. Up to and including { $day }: { $what }.
trend-month = { $month }: { $what }, outside the chance limits { $low } to { $high }. Look for the cause.
trend-no-month = No month{ $running ->
    [yes] {" that is over"}
   *[no] {""}
} falls outside the chance limits ({ $low } to { $high }).
trend-no-month-own = No month{ $running ->
    [yes] {" that is over"}
   *[no] {""}
} falls outside its chance limits ({ $low } to { $high }, by the length of the month).
trend-line-rise = Over { $n } years there is a demonstrable upward line ({ $slope } a year on average).
trend-line-fall = Over { $n } years there is a demonstrable downward line ({ $slope } a year on average).
trend-line-none = Over { $n } years there is no demonstrable line.
trend-line-insufficient = There are too few years for a line over the years.
trend-line-per-client = { $slope } { $unit ->
    [incidents] incidents
   *[complaints] complaints
} per 100 clients
trend-no-exposure = Not corrected for the number of clients: not filled in.
trend-clustering = Months vary { $phi }× more than chance (complaints come in groups); limits are widened for this.
trend-caution = So few months do not tell whether complaints come in groups; limits are widened to be safe (φ = { $phi }).
trend-note-running-clients = The number of clients of { $year } is the one expected in all of the year.
trend-note-linked = { $n ->
    [one] 1 complaint is about the same incident as another; such an incident counts once here.
   *[other] { $n } complaints are about the same incident as another; such an incident counts once here.
}
trend-note-linked-elsewhere = { $n ->
    [one] 1 complaint is about an incident that counts with a complaint of another year; here it does not count.
   *[other] { $n } complaints are about an incident that counts with a complaint of another year; here it does not count.
}
category-rise = { $category }: { $what }, before { $m } a year: demonstrable rise{ $clients ->
    [yes] {" in proportion to the number of clients"}
   *[no] {""}
} ({ $rr }×, { $lo }–{ $hi }), also after correction for { $k ->
    [one] 1 compared group
   *[other] { $k } compared groups
}.
category-appeared = { $category }: { $what }, before none at all. That is more than chance gives, also after correction for { $k ->
    [one] 1 compared group
   *[other] { $k } compared groups
}. It is a rise only if this group was there before.{ $dated ->
    [yes] {" If it is new or takes the place of another, set the day at ‘changed’ in procedure.yaml; then it is not compared."}
   *[no] {""}
}
category-disappeared = { $category }: { $what }, before { $m } a year. That is less than chance gives, also after correction for { $k ->
    [one] 1 compared group
   *[other] { $k } compared groups
}. It is a fall only if this group is still in use.{ $dated ->
    [yes] {" If it was dropped or replaced, set the day at ‘changed’ in procedure.yaml; then it is not compared."}
   *[no] {""}
}
category-fall = { $category }: { $what }, before { $m } a year: demonstrable fall{ $clients ->
    [yes] {" in proportion to the number of clients"}
   *[no] {""}
} ({ $rr }×, { $lo }–{ $hi }), also after correction for { $k ->
    [one] 1 compared group
   *[other] { $k } compared groups
}.

# Flow.

metric-received = Received
metric-flow = Flow
flow-open-start = Open on 1 January { $year }
flow-received = Received in { $year }
flow-closed = Closed in { $year }
flow-open-end = Open on 31 December { $year }
flow-open-now = Open on the reference date
flow-caption = What lay there, what came in and what was closed. The last line follows from the three before it.
flow-rate = That is { $rate } complaints per 100 clients (95% interval { $lo }–{ $hi }), with { $clients } clients.
flow-revised = Changed since the signed analysis of { $year }: { $changed }.
flow-unrecorded = These counts were not recorded when the analysis of { $year } was signed.
flow-unrevised = These counts have not changed since the signed analysis of { $year }.
flow-still-open = { $n ->
    [one] Of these 1 is still open on the reference date.
   *[other] Of these { $n } are still open on the reference date.
}

# Months and groups.

months-title = { $unit ->
    [incidents] Incidents by month
   *[complaints] Complaints by month
}
months-limits = chance limits { $low } to { $high }
months-outside = outside the limits
families-nothing = No complaints came in.
family-cause = Causes
family-department = Departments of the employees concerned
family-channel = Ways in which complaints came in
family-category = Categories of complaints
family-complainant = Complainants
family-counted = Counted only, not compared.
family-running = The year still runs; it is compared with earlier years when it is over.
family-alone = There is only one known group; it was not compared by itself.
family-not-compared = Too little data to compare with earlier years.
family-quiet = { $n ->
    [one] No demonstrable change; 1 group was compared.
   *[other] No demonstrable change; { $n } groups were compared.
}
family-tick = The tick is the average of { $running ->
    [yes] as long a period in the years before
   *[no] the years before
}.
family-pending = { $n ->
    [one] Of 1 complaint this is not known. A change is called demonstrable only if it also stands when that complaint is added.
   *[other] Of { $n } complaints this is not known. A change is called demonstrable only if it also stands when all of them are added.
}
family-changed = new or different since { $day }
strips-title = { $family } through the months{ $unit ->
    [incidents] , counted as incidents
   *[complaints] {""}
}
strips-conclusion = What { $unit ->
    [incidents] has at least one incident
   *[complaints] comes at least once
} a month on average is drawn as bars, the rest as dots on a time line.
strip-before-end = { $n ->
    [0] last on 31 December
    [one] last 1 day before the end of the year
   *[other] last { $n } days before the end of the year
}
strip-since = { $n ->
    [0] today
    [one] 1 day ago
   *[other] { $n } days ago
}

# Terms, lead time, verdicts.

metric-acknowledged = Acknowledged in time
metric-told = Told of refusal in time
metric-reported = Reported in time
metric-handled = Handled within the promised term
metric-handled-term = { $term }: in time
metric-admitted = Taken up
metric-ending = Verdict
metric-ending-founded = founded
metric-ending-partly-founded = partly founded
metric-ending-unfounded = unfounded
metric-ending-no-verdict = no verdict
metric-ending-withdrawn = withdrawn
metric-ending-refused = not taken up
metric-independence = Handled by an employee concerned
metric-offered = Offer made
metric-offered-correction = correction
metric-offered-redress = redress
metric-offered-replacement-service = replacement service
metric-accepted = Offer accepted
metric-offer-done = Offer carried out in time
metric-response = Response
metric-satisfied = Satisfied
metric-appeal = Appealed
metric-prevention-decided = Prevention decided
metric-measure-done = Preventive measure in place in time
metric-complete = Filled in
metric-complete-occurred = day of the incident
metric-complete-service = service
metric-complete-commissioned-by = who commissioned the client's service
metric-complete-department = department of the employee concerned
metric-complete-cause = cause
metric-complete-reaction = reaction of the complainant
terms-title = In time, of what was to be in time
terms-no-norm = No norm is filled in.
terms-nothing = Nothing had to be in time yet.
norm-label = norm { $p }
norm-line = norm { $norm }%: { $fact }, { $share }; { $evidence }.
norm-met = met
norm-not-met = not met
norm-above = demonstrably above the norm
norm-below = demonstrably below the norm
norm-undecided = whether the process lies above or below the norm cannot be told
lead-title = How much is closed, by days since receipt
lead-days = days since receipt (tick: still open)
lead-median = half: { $n } days
lead-p90 = 90%: { $n } days
lead = Half of the complaints were closed after { $median } days{ $interval }, nine in ten after { $p90 } days. Open complaints count for as long as they have been open ({ $open }).
lead-no-p90 = Half of the complaints were closed after { $median } days{ $interval }. Nine in ten is not reached yet: { $open ->
    [one] 1 complaint is still open
   *[other] { $open } complaints are still open
}.
lead-interval = {" "}(95% interval { $lo }–{ $hi })
lead-no-median = Half is not closed yet: { $open ->
    [one] 1 complaint is still open
   *[other] { $open } complaints are still open
}.
lead-few = { $closed ->
    [0] Nothing is closed yet, and so there is no lead time yet.
   *[other] Too few closed complaints ({ $closed }) to quote a lead time.
}
open-none = Nothing is open any more.
open-caption = { $n ->
    [one] Open on the reference date: 1 complaint, { $overdue } overdue, { $oldest ->
        [one] 1 day
       *[other] { $oldest } days
    } old.
   *[other] Open on the reference date: { $n } complaints, { $overdue } overdue, the oldest { $oldest ->
        [one] 1 day
       *[other] { $oldest } days
    } old.
}
verdicts-title = How complaints ended
verdicts-admitted = Taken up: { $share }; not decided yet: { $n }.
verdicts-conclusion = { $n ->
    [one] 1 complaint of this year is closed; still open: { $open }.
   *[other] { $n } complaints of this year are closed; still open: { $open }.
}
verdicts-open = still open
refusals-caption = Why complaints were not taken up
refusal-unknown = ground unknown

# Corrective measures and satisfaction.

satisfaction = Of the { $r } complainants who responded { $s ->
    [one] 1 was
   *[other] { $s } were
} satisfied ({ $p }%, 95% interval { $lo }–{ $hi }). { $u } did not respond; the true share lies between { $low } and { $high }%.
satisfaction-all = Of the { $r } complainants who responded { $s ->
    [one] 1 was
   *[other] { $s } were
} satisfied ({ $p }%, 95% interval { $lo }–{ $hi }). Everyone responded.
satisfaction-few = Too few responses ({ $r } of { $n }) to say anything about satisfaction.
satisfaction-nobody = Nothing can be said about satisfaction: nothing was offered and carried out in complaints closed this year.
redress-title = From offer to satisfaction, complaints closed in the year
redress-offered = measures offered
redress-accepted = measures accepted
redress-done = measures carried out
redress-eligible = complaints with something carried out
redress-reacted = complainants who responded
redress-satisfied = complainants who are satisfied
redress-all = all together
kinds-title = Satisfied by kind of offer, with the interval (thick) and what the silent leave open (thin)
kinds-not-compared = The kinds are not compared: that takes at least ten responses for each.
kinds-no-difference = No difference between the kinds is demonstrable.
kinds-difference = Satisfaction goes together with the kind: { $one } against { $two } (adjusted p { $p }). Complainants were not allotted by chance.
kinds-pair = { $one } against { $two }
pairs-title = Difference in the share that is satisfied: Newcombe interval, Fisher's p, and p after correction (Holm)
combinations-title = Each complaint once, by what was carried out together
offers-heading = Offer, acceptance, carrying out and appeal in the complaints of this year

# Preventive measures.

preventive-nothing = There are no preventive measures to judge.
preventive = { $n ->
    [one] There is 1 measure: { $parts }.
   *[other] There are { $n } measures: { $parts }.
}
measures-improved = { $n } improved
measures-worsened = { $n } worsened
measures-none = { $n } without demonstrable change
measures-early = { $n } too early to say
measures-pending = { $n } not in force yet
measure-improved = Improved: { $after } in { $t1 } months after the measure ‘{ $measure }’, { $x0 } in { $t0 } before: { $rr } times as many{ $clients ->
    [yes] {" per client"}
   *[no] {""}
} (95% interval { $lo }–{ $hi }).
measure-none = No demonstrable change: { $after } in { $t1 } months against { $x0 } in { $t0 }. Anything from { $lo } to { $hi } times as many{ $clients ->
    [yes] {" per client"}
   *[no] {""}
} is possible. This does not prove that the measure fails.
measure-worsened-from-none = Worsened: { $after } since the measure, before none at all.
measure-worsened = Worsened: { $rr } times as many { $unit ->
    [incidents] incidents
   *[complaints] complaints
}{ $clients ->
    [yes] {" per client"}
   *[no] {""}
} as before the measure (95% interval { $lo }–{ $hi }).
measure-early = Too early: with { $before } before, improvement is demonstrable on { $day } at the earliest, and only if none occurs until then.
measure-early-recurred = Too early: with { $before } before and { $x1 } since, improvement is demonstrable on { $day } at the earliest, and only if no more occur until then.
measure-never-recurred = Too early: after { $before } before there were { $x1 } since the measure; even if no more occur, improvement cannot be shown by numbers within three years. See the substantive check.
measure-cut-off = Too early: the meaning of this category changed on { $day }, and nothing after that can be compared. Until then improvement could not be shown by numbers; see the substantive check.
measure-never = With so few complaints improvement cannot be shown by numbers within three years; see the substantive check.
measure-before-short = Too early: there is less than a year from before the measure to compare with; see the substantive check.
measure-warning = Note: other complaints fell too; the fall is not necessarily due to the measure.
measure-already-changing = The number of complaints was already changing before the measure.
measure-not-in-force = Not in force yet.
measure-checked = { $effect } according to { $who }, { $day }: { $ground }
measure-not-checked = not checked yet
verdict-word-improved = improved
verdict-word-worsened = worsened
verdict-word-none = no demonstrable change
verdict-word-early = too early
verdict-word-pending = not in force yet
effect-caption = Each measure, with what the figures say and what the coordinator found on checking.
measures-early-note = Most measures in a small organisation cannot be tested by figures. That is why the substantive check stands beside them.
prevention-caption = Decisions on prevention and putting them in place
forest-title = { $unit ->
    [incidents] Incidents
   *[complaints] Complaints
} after the measure against before
forest-fewer = fewer
forest-unchanged = same
forest-more = more

# Quality and checking.

quality-caption = How complete the data are that the figures rest on
quality-independent = { $of ->
    [0] No complaints were assigned, and so none to an employee concerned.
    [one] The one assigned complaint was not handled by an employee concerned.
   *[other] None of the { $of } assigned complaints was handled by an employee concerned.
}
quality-dependent = { $n ->
    [one] 1 of the { $of } assigned complaints was handled
   *[other] { $n } of the { $of } assigned complaints were handled
} by an employee concerned. That is not allowed (clause 2).
quality-unread = { $n ->
    [one] 1 complaint could not be read and counts in none of the figures: { $cases }.
   *[other] { $n } complaints could not be read and count in none of the figures: { $cases }.
}
audit-lead = Every number with its formula and the complaints in numerator and denominator, up to a hundred in a list and for forty measures at most. The JSON file at the end has all case numbers.
audit-counted = counted
audit-incidents = incidents
audit-numerator = numerator
audit-denominator = denominator
audit-apart = counted apart
audit-wilson = Wilson interval, 95%
audit-norm = norm
audit-tests = The comparisons: x₁ in t₁ against x₀ in t₀. The t are clients where these are known, else days.
audit-t1 = level of the year
audit-t4 = line over the years
metric-rate = Complaint rate
metric-lead = Lead time
metric-overdue = Open and overdue
audit-clients = clients in the year
audit-garwood = Garwood interval, 95%
audit-before = before
audit-after = after
audit-now = in the year
audit-closed = closed
audit-censored = still open, counted up to the reference date
audit-open = all open complaints
audit-median = interval of the median, 95%
audit-lead-value = median: { $median }; 90%: { $p90 }
audit-not-reached = not reached yet
audit-t2 = months outside the chance limits
audit-years = compared with
audit-attainable = smallest possible p
audit-phi-hat = φ̂ (Pearson)
audit-df = degrees of freedom
audit-k = k
audit-phi-used = φ
audit-p = p
audit-adjusted = adjusted p
audit-limits = limits of the months, each by its length
audit-limits-range = { $low } to { $high }
audit-period-before = period before
audit-period-after = period after
audit-dropped = left out before, for it led to the measure
audit-control = p of the category against all other complaints (Fisher)
audit-pre-trend = p of the two halves of the period before
audit-tests-note = φ = max(1, k·φ̂); for causes, departments, ways of complaining and measures also not less than the φ̂ of all groups together. Comparisons: the size of the family that p is corrected for (T1 and T4 together and measures after Holm, T3 after Benjamini-Hochberg with Tarone's screening). A dash: not in the family, for with so few complaints no outcome could be demonstrable.
formula-rate = Complaints received / clients × 100.
formula-rate-none = Complaints received / clients × 100. Without a number of clients there is no complaint rate.
formula-rate-running = Complaints received / clients × 100. While the year runs there is no complaint rate, for the clients are those of the whole year.
formula-member = Complaints of this group / complaints received. Before: the incidents of the years that it is compared with.
formula-lead = Kaplan-Meier over the complaints received: the smallest t after which at most half, or a tenth, is still open.
formula-overdue = Open complaints with a deadline that has passed, of all received up to and including this year.
formula-refusal = On this ground, of the complaints of the year that were not taken up.
formula-t1 = R(x₁, t₁, x₀, t₀, φ): the exact conditional comparison of the incidents of the year with those before.
formula-t1-running = The incidents of the year up to the reference date, and those of the years before. They are compared when the year is over.
formula-t2 = A month is a signal when its two-sided p against the years before is less than 0.02/12. The table behind the chart has the limits.
formula-measure = R(x₁, t₁, x₀, t₀, φ) of the incidents of the category since the measure is in force against those of the 730 days before the decision. The table below has x, t and adjusted p.
formula-received = The number of complaints received in the year.
formula-flow = Open on 1 January + received − closed = open at the end.
formula-acknowledged = Acknowledged in time, of the complaints of the year whose term is over. What is overdue counts as late; what is not due yet stands apart.
formula-told = Told in time, of what was not taken up and whose term is over.
formula-reported = Reported in time, of the solved complaints whose term is over. A complaint that was solved twice counts once, and as late if one of the reports was.
formula-handled = Solved on the promised day or before, of the complaints for which that day is over.
formula-handled-term = In time, of the complaints whose term is past. The term is { $within } after { $from }, or as long as it was extended, and is met by: { $met }.
formula-admitted = Taken up, of the complaints on which that was decided.
formula-ending = Ended so, of the closed complaints of the year. Open ones stand apart.
formula-independence = The handler is an employee concerned, of all complaints with a handler. Must be none.
formula-offered = This was offered, of the founded and partly founded complaints.
formula-accepted = Accepted, of what was offered and answered. What was not answered stands apart.
formula-offer-done = Carried out on the agreed day or before, of what was to be done by then.
formula-response = Responded, of the complaints closed in the year in which something was carried out.
formula-satisfied = Satisfied, of those who responded. Partly satisfied counts as not satisfied; so does an appeal.
formula-appeal = Appealed, of the closed complaints.
formula-prevention-decided = A measure, or a reasoned decision for none, of the closed founded and partly founded complaints.
formula-measure-done = In place in time, of the measures that were to be there by the reference date.
formula-complete = Filled in, of where it belongs.
method-unit = Complaints are counted by the day of receipt. In comparisons an incident counts once, even if several complaints are about it.
method-open = What is not closed on the reference date is open. Each figure says what becomes of it; nowhere does an open complaint drop out silently.
method-trend = The year and each month are compared with the whole years before, at most two, by an exact test that reckons with complaints that come in groups. A word for a change stands there only if the test bears it, and only when the year is over; a month is judged when it is over.
method-families = Causes, departments and ways in are each compared with their own past, corrected for the number of comparisons (Tarone, Benjamini-Hochberg). Of a complaint the cause or the department may not be known: it is still open, was not taken up, or was withdrawn. Something is called fewer or more only if it stays so when all of these, of the year or of the years before, are added.
method-measures = A measure is judged by the complaints of its category: 730 days before the decision against the days since it is in force, corrected for all measures (Holm). The complaint that led to the measure does not count.
method-satisfaction = Satisfied is who said so after it was carried out. Who did not respond counts in neither; the bounds show what that leaves open.
method-percent = A percentage is given only from ten on. None out of none is not applicable.

# The judgement, the key figures and the draft.

judgement-trends = whether there are trends
judgement-corrective = whether complainants were satisfied with the corrective measures
judgement-preventive = whether the preventive measures led to improvement
judged-trends-rise = more complaints
judged-trends-fall = fewer complaints
judged-trends-none = no trend
judged-trends-insufficient = too little data
judged-corrective-satisfied = satisfied
judged-corrective-mixed = partly satisfied
judged-corrective-dissatisfied = dissatisfied
judged-corrective-insufficient = too little data
judged-preventive-improved = improved
judged-preventive-mixed = partly improved
judged-preventive-unchanged = not changed
judged-preventive-worse = worse
judged-preventive-insufficient = too little data
signed-by = Signed by { $who } on { $day }.
signed-whose = The judgement is the coordinator's. The column beside it says what the figures themselves show.
signed-missing = The complaints coordinator has not yet signed the analysis of this year.
signed-changed = { $n ->
    [one] 1 figure is not what was recorded on signing. Something was recorded or corrected later, or it was not right then.
   *[other] { $n } figures are not what was recorded on signing. Something was recorded or corrected later, or they were not right then.
}
signed-unchanged = The key figures have not changed since.
signed-unrecorded = No key figures were recorded on signing. So it cannot be seen here whether anything has changed since.
signed-partly-recorded = Not recorded on signing, and so not compared: { $figures }.
signed-revised = Changed and signed again by { $who } on { $day }.
signed-not-shown = The text of the analysis is not shown: it holds personal data.
signed-not-from-figures = { $state }. The coordinator's judgement does not follow from this.
signed-judgement = Coordinator's judgement: { $verdict }
signed-caption = What stood there on signing and what stands there now
keyfigure-received = Received
keyfigure-open-start = Open on 1 January
keyfigure-closed = Closed
keyfigure-open-end = Open at the end
keyfigure-acknowledged = Acknowledged in time
keyfigure-told = Told of refusal in time
keyfigure-reported = Reported in time
keyfigure-handled = Within the promised term
keyfigure-upheld = Founded or partly founded
keyfigure-reacted = Responses
keyfigure-satisfied = Satisfied
was-now = was { $was }, now { $now }

draft-comment-verdicts = Your judgement. The draft follows the figures; change verdict and ground where you see it differently.
draft-comment-figures = The figures as they stand now. The site shows what changes later.
draft-title = Yearly analysis of the complaints of { $year }
draft-intro = In { $year } { $received ->
    [0] no complaints
    [one] 1 complaint
   *[other] { $received } complaints
} came in and { $closed ->
    [0] none were
    [one] 1 was
   *[other] { $closed } were
} closed. At the end { $open ->
    [0] none were
    [one] 1 was
   *[other] { $open } were
} open.
draft-terms = In time
draft-to-write = Write here what the organisation learns from this and what it is going to do.
draft-conclusion = What we do with it
draft-written = The draft is in { $path }. Read it, change it and commit it.
draft-exists = { $path } is there already and is not overwritten. Change the file itself, or move it first.
draft-year-runs = The year { $year } still runs, and the yearly analysis is about a whole year. Make the draft from 31 December on; without --draft you see the figures so far.
draft-by-another = The yearly analysis is the complaints coordinator's, and you are { $name }. Let the draft be made by: { $coordinators }.
draft-no-coordinator = No complaints coordinator is in service in staff.yaml; the analysis is made by a coordinator.
analysis-no-year = There is no yearly analysis of { $year }. There is one of: { $years }.
analysis-figures = Key figures
share-of = of
share-nothing = nothing to count
share-nothing-yet = nothing to count yet

# The public version of the yearly analysis.
analysis-file-public-html = Public version, without cases and small counts
analysis-head-on-time = On time
analysis-head-late = Late
public-title = Complaints in { $year }: public version
public-lead = Counts of 1 to 4 are shown here as '< 5', for otherwise it might be recognisable who they are about. Where such a count could be worked out from others, these are withheld too.
public-few = < 5
public-withheld = withheld
public-too-few = The counts are too small to be shown here.
public-too-few-of = { $title }: the counts are too small to be shown here.
public-below = see below, under { $section }
public-not-judged = not signed yet
public-rate = { $rate } complaints per 100 clients (of { $clients }).
public-no-redress = No complaint that was closed this year had an offer carried out.
public-reactions = What complainants thought of what was done
public-appeals = Appeals after the handling: { $count }.
