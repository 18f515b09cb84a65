# The command line: help texts, errors, output.

cli = Complaints as case files in git: keep them, check them against the complaints procedure, show them as a site.
cli-usage = Usage
cli-command = COMMAND
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-help = shows this help
cli-version = shows the version
cli-register = the directory of the register (otherwise: complaints, here or above)
cli-as-of = the reference date, such as 2026-03-16 (otherwise: that of procedure.yaml, or today)
cli-lang = the language: nl or en (otherwise: that of the register)
cli-format = the form of the output: human or json
cli-after = How to begin:
    {"  "}klacht init dir          makes an empty register
    {"  "}klacht check             checks the register against the complaints procedure
    {"  "}klacht due               what is to be done, soonest first
    {"  "}klacht build             makes the site
    {"  "}klacht explain K202      explains a rule
    Every command has help: klacht check --help

cli-value-dir = DIR
cli-value-date = DATE
cli-value-language = LANGUAGE
cli-value-path = PATH
cli-value-format = FORMAT
cli-value-level = LEVEL
cli-value-stage = STAGE
cli-value-staff = STAFF
cli-value-year = YEAR
cli-value-case = CASE
cli-value-code = CODE
cli-value-file = FILE

cli-check = Checks the register against the complaints procedure and says what is wrong.
cli-check-paths = only findings in these cases or files; none means the whole register
cli-check-format = the form: human, json, sarif, github or gitlab
cli-check-deny = lets the command fail on these too: breach, overdue, warning (with commas between)
cli-build = Checks the register and makes the site.
cli-build-out = the directory of the site (otherwise: site)
cli-build-templates = the directory of templates of your own, which go before the built-in ones (otherwise: templates)
cli-build-force = make the site even when there are errors; cases that cannot be read are missing then
cli-list = Shows the complaints with their next deadline.
cli-list-stage = only in this stage: received, assigned, acknowledged, decided, offered, resolved, reported, refused, withdrawn, closed
cli-list-handler = only those of this handler
cli-list-overdue = only those with a deadline that has passed
cli-list-open = only what is not closed
cli-list-year = only those of this year
cli-show = Shows a case: its steps, its deadlines, what may come next and who may do it.
cli-show-case = the number of the case, such as 2026-0007
cli-due = Shows what is to be done, soonest first.
cli-due-person = only for this member of staff
cli-analysis = Shows the yearly analysis: the three answers and the key figures; with --draft as a draft to be signed.
cli-analysis-year = the year, such as 2026
cli-analysis-draft = write the draft to analysis.md in the directory of the year; an existing file stays
cli-export = Writes the complaints as tables, as the site shows them: without personal data.
cli-export-format = the form: csv or json
cli-export-what = this table only: cases, steps, deadlines, measures
cli-export-out = the directory for the tables (otherwise: export)
cli-explain = Explains a rule: what it finds, why, an example, and what to do.
cli-explain-code = the code of the rule, such as K202; no code shows the whole list
cli-schema = Gives the JSON Schema of a file, with which an editor completes and validates.
cli-schema-kind = which file: complaint, annex, staff or procedure
cli-init = Makes an empty register, ready for use.
cli-init-dir = the directory in which it comes

error = error
did-you-mean = Did you mean { $near }?
usage-see-help = More: klacht --help
usage-unknown-argument = There is no option { $argument }.
usage-unknown-command = There is no command { $command }.
usage-value-missing = { $argument } needs a value.
usage-wrong-value = { $value } does not go with { $argument }. { $choices }
usage-choices = Choose from: { $choices }.
usage-date = A date is written like 2026-03-16.
usage-argument-missing = Something is missing: { $argument }.
usage-conflict = { $argument } does not go together with another option that you gave.
usage-other = The command cannot be understood.

no-register = There is no register in or above { $path }. A register is a directory with procedure.yaml and staff.yaml. Make one with: klacht init dir
path-outside = { $path } does not lie in the register { $register }.
io-error = { $path }: { $reason }.
io-not-found = does not exist
io-permission = you may not read or write this
io-full = the disk is full
io-exists = exists already
io-output = The output cannot be written: { $reason }.
internal-error = This should not happen, and is a fault of klacht itself: { $reason }
no-such-rule = There is no rule { $code }. The list: klacht explain
no-such-case = There is no case { $case }. The list: klacht list
case-unreadable = Case { $case } cannot be read. What is wrong with it: klacht check
no-such-staff = There is no { $staff } in staff.yaml.
not-built = The site was not renewed: first put right the { $n ->
        [one] error
       *[other] { $n } errors
    } above. Building all the same: --force.
built = { $written ->
        [one] One file written
       *[other] { $written } files written
    }, { $unchanged } unchanged, { $removed } removed. Open { $index } in a browser.
init-exists = { $path } exists already; nothing was changed.
init-git = No git repository could be made: { $reason }
init-done = Register made in { $dir }:
init-next = Now fill in your organisation (complaints/procedure.yaml) and your staff (complaints/staff.yaml).
    Then: klacht check, and record everything with git add -A and git commit.

report-clause = clause { $clause } of the complaints procedure
report-clause-name = see
report-remedy = how to put it right
report-nothing = no findings
report-summary = { $cases ->
        [one] 1 case
       *[other] { $cases } cases
    }: { $found }.
report-count-violation = { $n ->
        [one] 1 error
       *[other] { $n } errors
    }
report-count-breach = { $n ->
        [one] 1 breach
       *[other] { $n } breaches
    }
report-count-overdue = { $n } overdue
report-count-warning = { $n ->
        [one] 1 note
       *[other] { $n } notes
    }
report-count-due = { $n } due soon

listing-case = case
listing-received = received
listing-stage = stage
listing-handler = handler
listing-category = category
listing-next = next deadline
listing-summary = complaint
listing-none = No complaints found.
listing-count = { $n ->
        [one] 1 complaint
       *[other] { $n } complaints
    }

show-complainant = complainant
show-category = category
show-about = employee concerned
show-handler = handler
show-steps = Steps
show-correction = corrected in step { $step }: { $field } was “{ $was }”, is “{ $now }”
show-deadlines = Deadlines
show-findings = Findings
show-next = What may come next (→ is the usual way)

due-none = There is nothing to do.
due-no-term = no term
due-today = today
due-late = { $n ->
        [one] 1 day late
       *[other] { $n } days late
    }
due-left = { $n ->
        [one] 1 day left
       *[other] { $n } days left
    }
due-assign = Assign to a handler
due-close = Close the case
due-analysis = Yearly analysis { $year }

explain-why = Why
explain-clause = Clause { $clause } says:
explain-example = How it goes wrong
explain-remedy = How to put it right
explain-waivable = The coordinator can waive this for a case, with the step waived.
exported = { $n ->
    [one] { $path }: 1 row
   *[other] { $path }: { $n } rows
}
