# Tables of klacht export: sheets, columns, messages.

export-title = Complaints
export-workbook = complaints
export-sheet-cases = Complaints
export-sheet-steps = Steps
export-sheet-deadlines = Deadlines
export-sheet-measures = Measures
export-sheet-about = About
export-years = Received in
export-every-year = every year
export-shown = What this is
export-shown-text = The same as on the site: no complainants, no names of employees concerned, and nothing from the annexes.
export-preventive = preventive

export-column-organisation = Organisation
export-column-as-of = Reference date
export-column-case = Case
export-column-received = Received
export-column-channel = Channel
export-column-complainant = Complainant
export-column-commissioned-by = Commissioned by
export-column-employees-concerned = Employees concerned
export-column-service = Service
export-column-category = Category
export-column-occurred = Occurred
export-column-summary = Summary
export-column-same-incident-as = Same incident as
export-column-stage = Stage
export-column-open = Open
export-column-handler = Handler
export-column-acknowledged = Acknowledged
export-column-promised = Promised by
export-column-refused = Refused
export-column-refusal-ground = Ground of refusal
export-column-decided = Decided
export-column-verdict = Verdict
export-column-severity = Severity
export-column-cause = Cause
export-column-responsibility = Responsible
export-column-resolved = Resolved
export-column-reported = Reported
export-column-satisfaction = Complainant is
export-column-withdrawn = Withdrawn
export-column-closed = Closed
export-column-appealed = Appeal
export-column-appeal-body = Appeal to
export-column-number = Number
export-column-step = Step
export-column-date = Date
export-column-by = By
export-column-term = Term
export-column-measure = Measure
export-column-responsible = Who
export-column-start = Start
export-column-last-day = Last day
export-column-met = Done
export-column-state = State
export-column-days-late = Days late
export-column-kind = Kind
export-column-trigger = Trigger
export-column-description = Description
export-column-owner = Owner
export-column-due = Due
export-column-answer = Answer
export-column-carried-out = Carried out
export-column-evaluated = Effect judged
export-column-effect = Effect

exported = { $n ->
    [one] { $path }: 1 row
   *[other] { $path }: { $n } rows
}
export-not-built = This program cannot write { $form }: it was built without that part. Build it again, in the directory of its source code: cargo install --path . --features { $form }. Or choose another form, such as --format csv.
export-too-many = The table { $table } has { $n } rows; a worksheet takes 1,048,575. Choose one year with --year, or another form, such as --format csv.
export-no-year = No complaints were received in { $year }. Years with complaints: { $years }.
export-no-cases = There are no complaints yet, in { $year } or any other year.
export-one-file = There are several tables, and { $path } is one file. Choose one table, such as --table cases, or name a directory with --out: in { $form } each table has a file of its own.
export-other-form = { $path } is not a name for a file in the form { $form }. Leave --format out, or let the name end in .{ $form }.
export-left-out = { $n ->
    [one] One case is not in the tables, because it cannot be read.
   *[other] { $n } cases are not in the tables, because they cannot be read.
} klacht check says what is wrong.
