# The site.

site-name = Complaints register
no-organisation = organisation unknown
skip = Skip to the content
nav-label = Main menu
nav-start = Overview
nav-cases = Complaints
nav-work = Work-lists
nav-measures = Measures
nav-breaches = Breaches
nav-history = History
nav-procedure = Procedure
nav-rules = Rules
as-of = As of { $day }.
as-of-fixed = This date is fixed in procedure.yaml, because this register is an example.
footer-privacy = This site shows no personal data of complainants and does not say which employees a complaint is about.

not-shown = not shown: holds personal data
concerned = employee concerned
about-process = none: the complaint is about a way of working
about-count = { $count ->
    [one] 1 employee
   *[other] { $count } employees
}
nobody = nobody yet
unknown-entry = not in the list of choices
unknown-person = unknown employee
yes = yes
no = no
clause = clause
clause-capital = Clause
waived = waived
a-file = a file

span-days = { $number ->
    [one] 1 day
   *[other] { $number } days
}
span-working-days = { $number ->
    [one] 1 working day
   *[other] { $number } working days
}
span-weeks = { $number ->
    [one] 1 week
   *[other] { $number } weeks
}
span-months = { $number ->
    [one] 1 month
   *[other] { $number } months
}

# The clauses, for when the text of the procedure is not there in this language.

clause-1 = Receipt and registration of a complaint
clause-2 = Hand-over to the handler
clause-3 = Acknowledgement
clause-4 = Investigation
clause-5 = Corrective measures
clause-6 = Report
clause-7 = Preventive measures
clause-8 = Follow-up and analysis
clause-9 = Appeal

# The overview.

start-title = Where do we stand?
status-fine = No deadline is overdue.
status-due-soon = { $count ->
    [one] Nothing is overdue. 1 complaint has a deadline coming up.
   *[other] Nothing is overdue. { $count } complaints have a deadline coming up.
}
status-overdue = { $count ->
    [one] 1 complaint has an overdue deadline.
   *[other] { $count } complaints have an overdue deadline.
}
status-analyses-overdue = { $analyses ->
    [one] No complaint is overdue. One yearly analysis is.
   *[other] No complaint is overdue. { $analyses } yearly analyses are.
}
status-both-overdue = Overdue: a deadline of { $count ->
    [one] 1 complaint
   *[other] { $count } complaints
}, and { $analyses ->
    [one] one yearly analysis
   *[other] { $analyses } yearly analyses
}.
tile-open = { $n ->
    [one] open complaint
   *[other] open complaints
}
tile-overdue = { $n ->
    [one] complaint overdue
   *[other] complaints overdue
}
tile-due-soon = { $n ->
    [one] complaint with a deadline coming up
   *[other] complaints with a deadline coming up
}
tile-breaches = { $n ->
    [one] breach
   *[other] breaches
} in { $year }{ $waived ->
    [0] {""}
   *[other] {" "}(and { $waived } waived)
}
notices-title = For the complaints coordinator
notice-unassigned = { $count ->
    [one] 1 complaint has no handler yet.
   *[other] { $count } complaints have no handler yet.
}
notice-to-close = { $count ->
    [one] 1 complaint is ready to be closed.
   *[other] { $count } complaints are ready to be closed.
}
notice-faults = { $count ->
    [one] 1 point in the records needs putting right.
   *[other] { $count } points in the records need putting right.
}
tasks-title = What has to be done now
tasks-caption = Deadlines that are overdue or coming up, the most urgent first.
tasks-all = All work-lists
tasks-none = Nothing is overdue and no deadline is coming up.
clauses-title = By clause of the procedure, { $year }
percentages-from = A percentage is shown from ten deadlines on.
clauses-caption = How the deadlines of each clause were kept, and how often the clause was otherwise departed from. { percentages-from }
norm = The norm is
no-term = no deadline
year-title = The complaints of { $year }
year-total = { $n ->
    [one] complaint
   *[other] complaints
} received in { $year }

tally-attention = What needs attention
tally-stage = By stage
tally-year = By year
tally-outcome = By verdict
tally-category = By category
tally-channel = By channel
tally-complainant = By complainant
tally-satisfaction = By satisfaction
outcome-pending = no verdict yet

# Lists of complaints.

list-heading = The complaints
list-all = All complaints
list-open = Open complaints
list-overdue = Complaints overdue
list-due-soon = Complaints with a deadline coming up
list-unassigned = Complaints without a handler
list-to-close = Complaints that can be closed
list-breach = Complaints with a breach
list-fault = Complaints with something to put right in the record
list-year = Complaints of { $year }
list-stage = Complaints at stage: { $what }
list-outcome = Complaints of { $year }, verdict: { $what }
list-category = Complaints of { $year }, category: { $what }
list-channel = Complaints of { $year }, received by: { $what }
list-complainant = Complaints of { $year }, complainant: { $what }
list-satisfaction = Complaints of { $year }, complainant is: { $what }
list-term = Complaints of { $year }, deadline: { $what } ({ $state })
list-clause = Complaints of { $year }, deadlines of clause { $clause } ({ $state })
list-rule = Complaints with a finding of rule { $code } (clause { $clause })
list-total = { $count ->
    [0] There are no complaints in this list.
    [one] 1 complaint
   *[other] { $count } complaints, the newest first
}
# A complaint can have had a term more than once.
list-total-terms = { $cases }; { $terms } deadlines together
parts-label = Part

column-answer = Answer
column-by = By
column-case = Case
column-category = Category
column-clause = Clause
column-date = Date
column-done = Done on
column-due = Due on
column-effect = Effect
column-findings = Other departures
column-first = First deadline
column-handler = Handler
column-kind = Kind of offer
column-last-day = Last day
column-level = Level
column-measure = Measure
column-next = Next deadline
column-owner = Owner
column-person = Who
column-place = Where
column-received = Received
column-rule = Rule
column-share = In time (%)
column-stage = Stage
column-state = State
column-summary = Complaint
column-tasks = To do
column-term = Deadline
column-times = Number
column-waived = Waived
column-what = What
column-year = Year

# The page of a complaint.

case-title = Complaint { $case }
findings-title = Remarks on this case
facts-title = In short
deadlines-title = Deadlines
deadlines-caption = The last day counts as in time.
offers-title = Offer to the complainant
preventive-title = Preventive measures
waivers-title = Waivers
steps-title = What was done
corrected = Corrected.
in-step = in step
by-step = by step
neighbours = Previous and next complaint

field-about = Employee concerned
field-agreement = Description
field-answer = Answer of the complainant
field-appeal-explained = Appeal explained
field-asked = Asked
field-body = Appeal to
field-category = Category
field-cause = Cause
field-channel = Channel
field-circumstances = Circumstances
field-commissioned-by = Principal
field-complainant = Complainant
field-consulted = Consulted
field-date = Date
field-document-copied = Copy to the handler
field-done = Done on
field-effect = Effect
field-employee = Employee concerned
field-expected-by = Expected to be handled by
field-explanation = Explanation
field-function = Function
field-ground = Ground
field-handler = Handler
field-measure = Measure
field-measures = Measures
field-next-steps = What follows
field-none-because = None, because
field-occurred = When and where
field-offer = Offer
field-outcome = Outcome
field-passed-to-coordinator = Passed to the coordinator
field-place = Place
field-period = Period
field-preventive = Measure
field-reason = Reason
field-received = Received on
field-remedy-sought = The complainant asks for
field-responsibility = Responsible
field-result = Result
field-rule = Rule
field-same-incident-as = Same incident as
field-satisfaction = Complainant is
field-sent = Sent on
field-service = Service
field-severity = Severity
field-solved = Solved on
field-summary = Description
field-to-complainant = Report to the complainant
field-to-coordinator = Report to the coordinator
field-term = Term
field-told = Told on
field-verdict = Verdict

# Measures.

measures-title = Measures still to be carried out
measures-year = Measures for complaints of { $year }
measures-by-year = All measures, by year:
measures-open-caption = The most urgent first.
measures-caption = In the order of the cases.
offers-none = There are no offers to show.
preventive-none = There are no preventive measures to show.

# Work-lists.

work-title = Work-lists
work-lead = What has to be done, by whom, and by when?
work-none = There are no running deadlines.
work-back = All work-lists
workers-caption = Running deadlines by member of staff
coordinator-title = For the complaints coordinator
person-title = Work-list of { $name }
person-nobody-title = Work without a handler
person-caption = The most urgent first.

# Breaches, waivers and faults.

breaches-year = Breaches and waivers, complaints of { $year }
breaches-title = Breaches
breaches-lead = A breach is a recorded fact: the procedure was not followed for this complaint. It stays, also when the case is closed.
breaches-caption = In the order of the cases.
breaches-none = There are no breaches.
waivers-caption = Rules that the complaints coordinator set aside for a complaint, with the reason.
waivers-none = There are no waivers.
faults-title = To put right in the records
faults-lead = These points in the records are wrong or deserve a look. The command "klacht check" gives the line of each.
faults-caption = What there is to put right.
faults-none = There is nothing to put right.

# The history.

past-title = The history of the register
past-lead = Every step of a case is a commit in git. The program judges each commit: did the right person add one step, was nothing changed of what stood there already, and is the date right?
past-sound = { $commits ->
    [0] Nothing has been recorded after the trust root yet.
    [one] The history is right: 1 commit judged, no faults.
   *[other] The history is right: { $commits } commits judged, no faults.
}
past-sound-how = Everyone with a clone of the register can see for themselves with the command "klacht check --history".
past-faults = { $refused ->
    [0] The history has faults.
    [one] 1 of the { $commits } commits is not right.
   *[other] { $refused } of the { $commits } commits are not right.
}
past-faults-how = Below are the commits and the rules that they break. What exactly is the matter and what you can do is said by this command:
past-elsewhere = This is another history than that of the trust root that was set.
past-elsewhere-how = The history does not begin at the commit that was recorded as its trust root. So it was rewritten, or this is a clone of another register. The steps of the cases were therefore not traced. This command says more:
past-absent = This register is not in git.
past-absent-how = Who recorded a step, and when, cannot be found out then: the cases say only what they hold now. This puts the register into git:
past-uncommitted = This register is not in any commit yet.
past-uncommitted-how = The directory of the register lies in a git repository, but it has not been committed. So there is no history to judge yet. It begins with:
past-unrooted = The history was not judged: no trust root is set.
past-unrooted-how = Whoever judges a history must know from which commit on it can be trusted. The administrator chooses that point; it cannot come from the history itself, for whoever forges that would choose its beginning as well. Find the commit with which the register began, set its full id and build the site again. "klacht hooks install" sets it too.
past-shallow = The history was not judged: this clone has only the last part of it.
past-shallow-how = The site was made from a shallow clone (git clone --depth). The beginning of the history is missing. Fetch the rest and build the site again:
past-unreadable = The history was not judged: it could not be read.
past-unreadable-how = Git reported an error while the site was built. This command says which:
past-changed = { $n ->
    [one] 1 case has changes that are not in the history. The site does show them.
   *[other] { $n } cases have changes that are not in the history. The site does show them.
}
past-others-changed = Files beside the cases, such as procedure.yaml or staff.yaml, have changes that are not in the history.
past-verified = Right up to and including commit
past-root = Trust root
past-tip = Commit from which the site was made
past-signatures = Signatures
past-signatures-required = required
past-signatures-accepted = not required; a signature that is there must be right
past-signatures-off = are not looked at
past-faults-title = What is not right
past-faults-caption = The earliest commit first. Of a fault only the name is shown: what stands in such a commit may be anything.
past-counts-title = In numbers
past-kinds = What the commits did
past-kind-step = a step of a case
past-kind-import = old cases taken over
past-kind-policy = staff or procedure
past-kind-document = yearly analysis or text
past-kind-merge = merge
past-kind-beside = something outside the register
past-kind-unclear = refused, and unclear
past-when = When steps were recorded
past-when-same-day = on the same day
past-when-week = 1 to 7 days later
past-when-later = more than 7 days later
past-signed = Signed
past-signed-yes = with a key of the author
past-signed-no = not
past-late-title = Recorded long after the step
past-late-lead = A step has a date: the day on which something happened. The commit has a date as well: the day on which it was written down. Writing it down later is allowed, but whoever judges the register wants to know where. These are the steps, and the signatures under yearly analyses, that were recorded more than 7 days later.
past-late-caption = What took longest comes first.
past-late-signed = yearly analysis signed
past-late-none = All steps were recorded within 7 days.
past-others-title = Changes beside the cases
past-others-caption = Who changed staff, procedure or yearly analysis, or took over old cases. The latest change comes first.
past-others-none = Nothing beside the cases was changed after the trust root.
past-did-import = { $n ->
    [one] took over 1 old case
   *[other] took over { $n } old cases
}
past-did-policy = changed staff or procedure
past-did-document = changed the yearly analysis or a text
past-more = { $n ->
    [one] There is 1 more.
   *[other] There are { $n } more.
}
past-proof-title = What this proves, and what it does not
past-proof-text = The text
past-proof-text-what = The id of a commit is computed from all that is in it and all that went before. Whoever changes anything that was shared changes every later id, and everyone with a clone notices. Write the id of the last commit down somewhere else now and then.
past-proof-name = The name
past-proof-name-what = The name on a commit is what its author typed into git. By itself it proves only that someone who was allowed to push chose this name.
past-proof-pusher = The pusher
past-proof-pusher-what = A server can check who pushes a commit and accept only commits of that person (git config klacht.pusherVariable). Then the name is right, as far as you believe the server. A clone cannot show whether that is done.
past-proof-signature = The signature
past-proof-signature-what = A signature with a key from staff.yaml proves to everyone that the commit was made by the holder of that key. It does not prove when.
past-proof-date = The date
past-proof-date-what = The date of a commit comes from its author's computer. The program refuses a commit that is older than the one before it or lies in the future, and no more than that. When a commit came in is in the server's receipt log; "klacht receipt --verify" checks that.
past-notice = The history of the register has faults.
past-build-faults = Note: the history has faults. They are on the page History; "klacht check --history" says more about them.
past-build-unreadable = Note: the history could not be read; the site says so.
past-trail-title = Recording
past-trail-caption = When and by whom each step was recorded in the history.
past-trail-about = What this proves is said at
past-trail-refused = A commit about this case was refused. Which one is said at
past-trail-changed = This case has changes that are not in the history yet.
past-later = { $span } later
past-imported = case taken over
past-before = from before the trust root
past-unclear = cannot be traced
past-pending = not recorded yet
past-refused = refused
column-commit = Commit
column-recorded = Recorded
column-signed = Signed
column-step = Step

# The procedure.

procedure-title = Complaints procedure
procedure-no-text = The text of the procedure is not in this register.
procedure-other-language = The text of the procedure is there in Dutch only.
clauses-label = The clauses and how they were kept
clause-title = Clause { $number }: { $name }
clause-no-text = The text of this clause is not in this register.
clause-terms-title = How the deadlines were kept
clause-terms-caption = number of deadlines, by the year of the complaint. { percentages-from }
clause-no-terms = This clause has no deadline.
clause-rules-title = The rules of this clause
clause-rules-caption = How often the program found a departure from this clause.
clause-no-rules = The program has no rules for this clause.
term-since = { $name }, from { $day }
term-unused = This deadline has not come up yet.
norm-reached = norm reached
norm-missed = below the norm

# The rules.

rules-title = Rules
rules-lead = These are the rules by which the program checks every case. Each rule has a permanent code.
rules-others = Shape of the records, and authority
rule-fix = What to do:
rule-waivable = the complaints coordinator can waive it

# Faults while the site is made.

site-error-template = The template { $name } is not right (line { $line }): { $detail }. The site has not changed.
site-error-foreign = { $count ->
    [one] This file stands where a page has to come, and klacht did not make it: { $paths }. Move it, or choose another directory for the site. Nothing has changed.
   *[other] These files stand where pages have to come, and klacht did not make them: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Move them, or choose another directory for the site. Nothing has changed.
}
site-error-manifest = The file { $path } is damaged: klacht no longer knows which pages it made itself. Empty the directory of the site and build the site again.
site-error-permission = You may not write in { $path }. The site has not changed.
site-error-full = The disk is full while writing { $path }. The site has not changed.
site-error-io = { $path } cannot be written or read: { $detail }. The site has not changed.

# Calendars and feed
calendar-all = Complaint deadlines, { $organisation }
calendar-person = Complaint deadlines, { $name }
calendar-link = All deadlines in your calendar
calendar-link-person = These deadlines in your calendar
feed-title = What happened with complaints
