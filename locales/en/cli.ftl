# The command line: help texts, errors, output.

cli = Complaints as case files in git: keep them, check them against the complaints procedure, show them as a site.
cli-usage = Usage
cli-command = COMMAND
cli-commands = Commands
cli-options-everywhere = With every command
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
    {"  "}klacht new               registers a complaint and asks for what is needed
    {"  "}klacht record 2026-0007  records a step in a case and asks for what is needed
    {"  "}klacht due               what is to be done, soonest first
    {"  "}klacht build             makes the site
    {"  "}klacht explain K202      explains a rule
    Every command has help: klacht check --help
    Exit code: 0 nothing wrong, 1 faults were found, 2 the command could not do its work.

cli-value-when = WHEN
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
cli-value-kind = KIND
cli-value-table = TABLE
cli-value-shell = SHELL
cli-value-step = STEP
cli-value-assignment = FIELD=VALUE

cli-check = Checks the register against the complaints procedure and says what is wrong.
cli-check-paths = only findings in these cases or files; none means the whole register
cli-check-format = the form: human, json, sarif, github or gitlab
cli-check-deny = lets the command fail on these too: breach, overdue, warning (with commas between)
cli-build = Checks the register and makes the site.
cli-build-out = the directory of the site (otherwise: site)
cli-build-templates = the directory of templates of your own, which go before the built-in ones (otherwise: templates)
cli-build-force = make the site even when there are errors; cases that cannot be read are missing then
cli-list = Shows the complaints with their next deadline.
cli-list-stage = only in this stage, as the list has it (under investigation) or as a code: received, assigned, acknowledged, decided, offered, resolved, reported, refused, withdrawn, closed
cli-list-handler = only those of this handler
cli-list-overdue = only those with a deadline that has passed
cli-list-open = only what is not closed
cli-list-year = only those of this year
cli-show = Shows a case: its steps, its deadlines, what may come next and who may do it.
cli-show-case = the number of the case, such as 2026-0007
cli-show-private = show what is in private as well: who complains and what was said. Only for those who need it
cli-new = Registers a complaint under the next number of the year.
cli-record = Records a step in a case; without a step: what may come next and who may do it.
cli-record-case = the number of the case, such as 2026-0007
cli-record-step = the step, such as acknowledged; without a step you see what can come next
cli-set = a field of the step: channel=phone, occurred.date=2026-03-01, about=k.smit,p.vos, measures.1.kind=redress; may be repeated
cli-from = a file with the step as YAML, what is private under private:; a dash (-) reads the input
cli-private = a field of the annex: complainant.name="J. de Wit"; may be repeated
cli-private-from = a file with the annex as YAML
cli-attach = a file that belongs to the step, such as the letter; goes to private/; may be repeated
cli-record-letter = make the letter that belongs to the step and keep it with the step: pdf, eml, html or md
cli-yes = do not ask for confirmation
cli-dry-run = show what would be written, and write nothing
cli-no-commit = write the files and do not commit them
cli-undo = Takes back your last step, as long as it was not sent.
cli-sync = Fetches what others recorded, and sends what you recorded.
cli-merge-driver = Joins what two people added to one case; git calls it.
cli-merge-driver-base = the version that both had
cli-merge-driver-ours = one version; the result goes here
cli-merge-driver-theirs = the other version
cli-merge-driver-path = the path in the repository
cli-due = Shows what is to be done, soonest first.
cli-due-when = up to when: overdue, today, this week (this-week) or later; what is due before that is among it
cli-due-format = the form: human, json, ics (calendar) or md
cli-due-person = only for this member of staff: the id from staff.yaml or the full name
cli-letter = Makes a letter of a case. It holds private data and goes only where you ask for it.
cli-letter-case = the number of the case, such as 2026-0007
cli-letter-kind = acknowledgement, refusal, extension, employee (word to the employee concerned), statement (to be signed), offer, report or appeal
cli-letter-format = the form: md, html, pdf or eml (otherwise: md)
cli-letter-out = the file into which the letter goes (otherwise: the screen)
cli-letter-attach = keeps the letter with the step that says it was sent, as long as that step is not recorded in git yet; usually klacht record --letter does this
cli-letter-employee = the employee concerned for whom the letter is, where there are several
cli-letter-templates = the directory of templates of your own, which go before the built-in ones (else: templates, here or beside the register)
cli-notify = Tells everybody once what they must know: what was just recorded, and which deadlines come up or have passed.
cli-notify-daily = the deadlines of today; meant to run every day
cli-notify-push = what was just received; reads the lines of post-receive
cli-notify-outbox = the Maildir directory into which the messages go (otherwise: the mail server of the settings, or klacht/outbox in git's directory)
cli-notify-ledger = the file that says what was told already (otherwise: klacht/notices in git's directory)
cli-analysis = Shows the yearly analysis: the three answers and the key figures; with --draft as a draft to be signed.
cli-analysis-year = the year, such as 2026
cli-analysis-draft = write the draft to analysis.md in the directory of the year; an existing file stays
cli-export = Writes the complaints as tables, as the site shows them: without personal data.
cli-export-format = the form: csv, xlsx, json or parquet (otherwise: that of --out, or csv)
cli-export-table = these tables only: cases, steps, deadlines, measures
cli-export-year = only complaints received in this year, such as 2026
cli-export-out = the directory for the files (otherwise: export), one file such as year.xlsx, or - for the screen
cli-explain = Explains a rule: what it finds, why, an example, and what to do.
cli-explain-code = the code of the rule, such as K202; no code shows the whole list
cli-schema = Gives the JSON Schema of a file, with which an editor completes and validates.
cli-schema-kind = which file: complaint, annex, staff, procedure or analysis (else: complaint)
cli-init = Makes an empty register, ready for use.
cli-init-dir = the directory in which it comes

cli-demo = Makes a made-up register in git, with a server, two clones and a tour.
cli-demo-dir = the directory for it; it must be empty or not exist yet
cli-demo-cases = how many complaints
cli-demo-years = over how many years
demo-exists = { $path } is not empty. Choose another directory; nothing was changed.
demo-future = { $day } has not been yet. The server would refuse a commit from the future; choose an earlier day for --as-of.
demo-too-few = There are too few complaints to practise with. Choose more with --cases.
demo-done = A made-up register is in { $dir }: { $cases } complaints over { $years ->
    [one] 1 year
   *[other] { $years } years
}, { $commits } commits.
demo-server = the server: judges every commit before it accepts it
demo-clone = the clone of { $name } ({ $function })
demo-complaint = a complaint that has not been recorded yet
demo-root = The trust root is commit { $root }.
demo-tour = A tour of five commands. Paste them into your terminal in this order.
demo-step-1 = Judge the whole history: every step is a commit by who took it.
demo-step-2 = In complaint { $case } Petra has changed the date of a step and committed that. Push it to the server, which refuses it.
demo-step-3 = Marieke records a new complaint.
demo-step-4 = Push the complaint to the server, which accepts it.
demo-step-5 = Build the site. The page History shows how the register stands.
demo-end = Then open { $site } in your browser. Done? Throw the directory away.

error = error
written-as = Write: { $form }
belongs-here = This asks for { $wanted }.
choose-from = Choose from: { $entries }.
did-you-mean = Did you mean { $near }?
usage-see-help = More: { $command } --help
usage-unknown-argument = There is no option { $argument }.
usage-unknown-command = There is no command { $command }.
usage-value-missing = { $argument } needs a value.
usage-wrong-value = { $value } does not go with { $argument }. { $choices }
usage-choices = Choose from: { $choices }.
usage-date = A date is written like 2026-03-16 or 16-3-2026.
usage-case = A case has a number such as 2026-0007; see klacht list.
usage-argument-missing = Something is missing: { $argument }.
usage-conflict = { $argument } does not go together with another option that you gave.
usage-other = The command cannot be understood.

no-register = There is no register in or above { $path }. A register is a directory with procedure.yaml and staff.yaml. Make one with: klacht init dir
build-inside = { $out } lies in the register { $register }, where no site belongs: it would come to stand among the cases. Choose a directory beside it at --out.
path-outside = { $path } does not lie in the register { $register }.
io-error = { $path }: { $reason }.
io-not-found = does not exist
io-permission = you may not read or write this
io-full = the disk is full
io-exists = exists already
io-directory = is a directory, not a file
io-no-directory = a part of this path is not a directory
io-output = The output cannot be written: { $reason }.
internal-error = This should not happen, and is a fault of klacht itself: { $reason }
no-such-rule = There is no rule { $code }. Without a code, klacht explain gives the list.
no-such-case = There is no case { $case }. The list: klacht list
no-such-case-here = There is no case { $case } in this clone. If somebody else recorded it a short while ago, fetch it with: klacht sync. The list: klacht list
case-unreadable = Case { $case } cannot be read. What is wrong with it: klacht check
unread = Cannot be read properly and so not counted: { $unread }. What is wrong with it: klacht check
in-service = In service: { $people }.
staff-same-name = Several in staff.yaml are called { $name }. Choose the id: { $people }.
no-such-staff = There is no { $staff } in staff.yaml. { in-service }
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
init-next = Now fill in your organisation (complaints/procedure.yaml, and what stands in brackets in complaints/{ $text }) and your staff (complaints/staff.yaml).
    Then: klacht check, and record everything with git add -A and git commit. Git knows you by the address that staff.yaml has: git config user.email.
    Then: klacht hooks install, so that each step is checked before git records it. Record complaints with klacht new and klacht record.

record-message = { $case } step { $number }: { $step }
record-block = Added to { $path }:
record-private = { $fields } (not shown here)
record-attached = { $bytes } bytes
record-refused = Nothing was written: put the errors above right first.
record-dry = Nothing was written (--dry-run).
record-done = Recorded in commit { $commit } (not signed).
record-done-signed = Recorded in commit { $commit }, signed.
record-done-otherwise = Recorded in commit { $commit }, not signed: klacht signs with an SSH key only (gpg.format=ssh and user.signingkey).
record-send = It is not on the server yet. Send it with: klacht sync
record-closed = Note: this case is closed. The site will show the correction, with what stood there first.
record-late = Note: the date of this step is { $days } days ago. The history will show that it was recorded only now.
record-written = The files were written and not committed.
record-no-git = The files were written. This register is not in git, so nothing was committed.
record-repaired = An earlier command was stopped halfway; what it left has been taken back.
record-full = The disk is full, and nothing was done. Make room, and run the command again: it first puts back what was half written.
record-forbidden = { $path }: you may not write here, or this place is read-only. Nothing was recorded. Ask your administrator for the right to write here, or work in a clone of your own (git clone).
record-io = { $path }: { $reason }
record-git = Git says: { $reason }
record-sign = The commit could not be signed, and nothing was written: { $reason }
record-locked = { $path } exists: another program is at work in this git repository, or was stopped halfway. Nothing was written. If you are sure that nothing runs any more, delete that file.
record-unfinished = Git is in the middle of a merge, a rebase or the like here. Finish that first (git status says how), or go back to how it was before with: { $back }
record-detached = No branch is checked out. Choose one with: git switch { $branch }
record-moved = The branch has moved on meanwhile. Nothing was written; give the command again.
record-uncommitted = Something here is not committed yet: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Commit it first (git add, git commit), or take it back (git restore). A letter or scan is passed with --attach.
record-nobody = Git does not know who you are. Tell it with: git config user.name "Your name" and git config user.email you@organisation.nl
record-not-staff = Git knows you as { $email }, and nobody in staff.yaml has that address. If that is the wrong address, put it right with: git config user.email you@organisation.nl. If it is right, ask the administrator to add it to staff.yaml.
record-other-author = The step is { $name }'s ({ $by }), but git knows you as { $mine }. Who takes a step commits it. If that is you: git config user.email { $email }
record-other-step = The file describes a step { $other }, and the command names { $step }.
record-not-text = { $path } is not readable text, or too large.
record-not-yaml = { $path }, line { $line }: this is not a step in YAML.
record-assignment = "{ $text }" cannot be understood. Write field=value, such as channel=phone.
record-no-letter = No letter belongs to the step { $step }. One belongs to: acknowledged, refused, extended, heard, agreed, offered and reported.
record-letter-ready = The letter is ready: { $path }
record-letter-to-come = the letter; it is made once the step is right
record-stopped = Stopped; nothing was written.
ask-begin = You can stop at any time, with Ctrl-C. Nothing is recorded until you confirm it at the end.
ask-stop = Stop? What you filled in here is lost then.
field-commissioned-by-kind = Kind of principal
field-commissioned-by-name = Name of the principal
field-complainant-name = Name of the complainant
field-occurred-date = Date of the event
field-phone = Phone
field-email = E-mail
field-address = Address
field-description = Account
field-said = What was said
field-statement = Statement
field-remark = Remark
field-reasoning = Reasoning
field-corrects = Step that was wrong
field-fields = Fields
field-id = Short name
field-kind = Kind
field-owner = Who does it
field-due = Due
field-trigger = Trigger
ask-step = Which step?
ask-confirm = Record it like this?
ask-yes = yes
ask-no = no
ask-none = none
ask-optional = may be empty
ask-several = space chooses, Enter confirms
ask-amend = What do you want to change?
ask-leave = nothing, stop
ask-another = { $field }: fill in number { $number }?
ask-editor-failed = The editor { $editor } cannot be opened ({ $why }). Type the text here, on one line.
ask-editor-nothing = There is no text: nothing was saved in { $editor }, or it went wrong there.
ask-editor = Write { $field } in your editor now?
ask-file-help = A file belongs to this step, such as the letter; it goes to private/. If you do not have it at hand, just press Enter.
ask-letter = The letter that belongs to this step
ask-letter-pdf = klacht makes it as a PDF, to print and send
ask-letter-eml = klacht makes it as an e-mail (eml), to open and send
ask-letter-html = klacht makes it as a page (html), to print
ask-letter-none = I have it myself: a file
ask-file = file
ask-no-such-file = there is no such file
ask-directory = this is a directory, not a file
ask-too-late = this day is yet to come
ask-expected = expected: { $expected }
ask-character = there is a character here that cannot be seen or that changes the screen; type the text again, without pasting
record-attachment-empty = { $path } is empty. Make the file again (the scan, or the letter), and attach it then.
record-attachment-large = { $path } is larger than 25 MiB.

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
listing-no-stage = "{ $stage }" is no stage. Choose from: { $choices }.
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

due-group-overdue = Overdue
due-group-today = Today
due-group-this-week = This week
due-group-later = Later
due-when = "{ $when }" is no time. Choose from: overdue, today, this week, later.
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
due-reassign = Hand over to somebody else: the handler is no longer in service
due-prevention = Decide on preventive measures
due-close = Close the case
due-analysis = Yearly analysis { $year }

explain-why = Why
explain-clause = { $clause ->
    [0] The procedure says, outside its clauses:
   *[other] Clause { $clause } says:
}
explain-example = How it goes wrong
example-add = A step { $what } is added to 2026-0001.
example-change = In { $what }, "{ $first }" is made "{ $second }".
example-commit = Commit by { $what } on { $first }: "{ $second }".
example-committer = The next commit is made by { $what }, somebody else than its author.
example-config = The server has the setting { $what } = { $first }.
example-delete = A push deletes { $what }.
example-header = The next commit gets a line that does not belong there: { $what } { $first }.
example-key = { $what } gets a key in staff.yaml.
example-merge = The next commit is a merge with one other branch, or with more ({ $what }).
example-mode = The mode of { $what } becomes { $first }.
example-new = The case { $what } is made.
example-other-root = The server knows another beginning of the history.
example-push = A push sends the commits to { $what }.
example-remove = { $what } is removed.
example-rename = { $what } gets the name { $first }.
example-repeat = { $what } files are added, with names such as { $first }.
example-rewind = A push puts { $what } back to an older commit.
example-sign = { $what } signs the next commit.
example-unsorted = In the next commit the files are not in order.
example-untrusted = The server does not know with which commit the register begins.
example-write = The file { $what } is written.
example-written = The next commit says that it was written at { $what }.
example-zone = The next commit names the time zone { $what }.
explain-remedy = How to put it right
explain-waivable = The coordinator can waive this for a case, with the step waived.

cli-check-history = checks the history in git, or the part A..B of it
cli-check-push = checks what is pushed to a server; reads the lines of pre-receive
cli-check-staged = checks what is ready to be committed (git add)
cli-check-message = with --staged: the file with the message of the commit
cli-trust-root = the commit from which on the history is trusted (else: git config klacht.trustRoot)
cli-hooks = Lets git check every commit and every push by itself (hooks).
cli-hooks-install = Puts the hooks into a clone or onto a server.
cli-hooks-install-repo = the repository (else: that of the register)
cli-hooks-message = Proposes a message for a commit; called by git.
cli-receipt = Keeps the receipt log on a server: what came in and when; reads the lines of post-receive.
cli-completions = Gives a script with which your shell completes commands and options.
cli-completions-shell = bash, zsh, fish or powershell
cli-receipt-verify = looks whether the receipt log is whole
cli-value-range = A..B
cli-value-commit = COMMIT
cli-value-source = SOURCE
history-git = Git cannot do this: { $reason }
history-broken = The object { $id } in the repository is damaged.
history-shallow = This clone does not have the whole history (it was made with git clone --depth), so the history cannot be checked. Fetch the rest with: git fetch --unshallow
history-no-repository = { $path } is not in a git repository.
history-no-register = There is no register in the directory { $dir } (no staff.yaml and procedure.yaml), so there is nothing to check and nothing is accepted. { $n ->
        [0] Nor is there one anywhere else. Put the register into the repository first.
        [one] It is in: { $found }. Set that: git config klacht.register { $found }
       *[other] There are registers in: { $found }. Set which one it is: git config klacht.register DIR
    }
history-nothing-yet = Nothing is recorded yet: { $name } has no commit.
history-no-commit = { $name } is not a commit of this repository.
git-split-index = Git keeps its list of files in parts in this clone, and klacht cannot read that. Nothing was changed. Turn it off with: git config core.splitIndex false, and then: git update-index --no-split-index
git-sparse-index = Git keeps only a part of its list of files in this clone, and klacht cannot read that. Nothing was changed. Fetch everything with: git sparse-checkout disable
git-other-format = Git keeps this clone in a form that klacht cannot read ({ $reason }). Make a new clone with: git clone --ref-format=files and the address of the server
git-sha256 = Git keeps the commits here with SHA-256, which klacht cannot read ({ $reason }). Your administrator makes the server anew with: git init --bare --object-format=sha1. Make a new clone of it.
git-other-owner = This clone belongs to another user of this computer, and then git does not read it ({ $reason }). If that is as it should be, allow it with: git config --global --add safe.directory and the directory
history-partial = This clone does not have all files (git clone --filter). Make a whole one, with git clone without --filter.
history-no-identity = Git does not know who you are. Set it with git config user.name and git config user.email.
history-conflicts = A merge is going on with files that contradict each other. Resolve that first.
history-push-line = This is not a line of pre-receive: { $line }
history-trust-root-form = { $id } is not the full id of a commit (40 characters). Get that with git rev-parse and the beginning of the id.
history-receipts-broken = The receipt log { $path } is not right from line { $line } on: something was changed, removed or put in between.
history-receipts-short = The receipt log { $path } ends at { $logged }, but { $ref } is at { $now }. Lines are missing, or the last push is not written yet: the next one fills it in, marked "late".
history-receipts-beyond = By the receipt log { $path }, { $ref } is at { $logged }, but it is at { $now }. The history was put back on the server, or the log was changed.
history-receipts-rewritten = Line { $line } of the receipt log says that { $ref } was at { $commit }, and that commit is no longer at that place in the history: it was rewritten on the server.
history-commit = commit { $commit } ({ $author })
history-staged-refused = This commit would be refused. Nothing was recorded.
history-more = There is more wrong than stands above: { $n ->
    [one] 1 more violation
   *[other] { $n } more violations
}. Put right first what is there.
history-push-left = So many commits have violations that the rest was not checked: { $n ->
    [one] 1 more commit
   *[other] { $n } more commits
}. Put right first what stands above.
history-push-summary = { $n ->
        [0] { $commits ->
            [one] 1 commit checked
           *[other] { $commits } commits checked
        }: all right.
        [one] Refused: 1 violation. Nothing was received. What you recorded is still in your clone. Put it right as is said above, or take it back with klacht undo and record it as it should be.
       *[other] Refused: { $n } violations. Nothing was received. What you recorded is still in your clone. Put it right as is said above, or take it back with klacht undo and record it as it should be.
    }
history-history-summary = { $commits ->
        [one] 1 commit checked
       *[other] { $commits } commits checked
    }: { $n ->
        [0] no violations
        [one] 1 violation
       *[other] { $n } violations
    }.
history-verified = All right up to commit { $commit }, counted from { $root }.
history-verified-part = All right up to commit { $commit }, counted from { $root }. What lies before that was not checked now; klacht check --history by itself does that.
history-counts = Steps: { $steps }, imports of old cases: { $imports }, changes of staff or procedure: { $policy }, merges: { $merges }.
history-recorded-later = Recorded later than taken: { $n } steps, { $week } of them by more than a week; { $most } days later at most.
history-unsigned = Unsigned: { $n } of { $all }. The name at such a commit is what its author filled in; it does not prove who that was. To have that, let the server check who pushes, or make signing mandatory (signatures: required).
history-all-signed = All { $all } commits of the register are signed with a key of their author.
sync-fetched = Fetched: { $steps }.
sync-pushed = Sent: { $steps }.
sync-same = There was nothing to fetch and nothing to send.
sync-not-committed = Not committed yet, and so not sent: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Commit it with git add and git commit.
sync-renumbered = Renumbered: your { $old } is now { $new }, for somebody else had used that number.
sync-would-renumber = Above, your { $old } is already called { $new }, for somebody else had used that number.
sync-step-renumbered = Renumbered: your step { $old } of { $case } is now step { $new }, for somebody else was first.
sync-old-number = Mind: the annexes of { $case } may still name the old number. If a letter with that number was sent, tell who received it the new one.
sync-redated = { $n ->
    [one] One step had been here for more than a week; it is
   *[other] { $n } steps had been here for more than a week; they are
} now recorded as of today. The date of the step itself is as it was.
sync-faulty = Mind: there are errors in what was fetched. Tell your administrator, and look at them with: klacht check --history
sync-step = { $case } step { $number }
sync-steps = { $steps } steps in { $cases ->
    [one] 1 case
   *[other] { $cases } cases
}
sync-others = { $n ->
    [one] 1 other change
   *[other] { $n } other changes
}
sync-not-acceptable = Nothing was sent and nothing was changed. The errors above are in: { $wrong }. { $n ->
    [one] Take that back with klacht undo and record it as it should be, or put it right as is said above.
   *[other] You recorded more after it: run klacht undo { $n } times and record everything again, or put it right as is said above.
}
sync-not-joinable = Nothing was sent and nothing was changed. Meanwhile others recorded: { $fetched }. What you recorded no longer goes with that. The errors above are in: { $wrong }. Agree with each other what is to be recorded. { $n ->
    [one] You take it back with: klacht undo
   *[other] You recorded more after it: you take it back by running klacht undo { $n } times.
}
sync-refused = The server did not accept this: { $steps }. What it says of it is above. Everything is still in your clone; nothing is lost. Put the error right, and then again: klacht sync
sync-offline = The server cannot be reached. Nothing is lost: what you recorded stays in your clone. Try again later with: klacht sync. (Git says: { $reason })
sync-denied = The server does not let you in. Nothing is lost: what you recorded stays in your clone. Ask your administrator whether you have access. (Git says: { $reason })
sync-not-stored = The server cannot store anything now: it is full, or may not write there itself. Nothing is lost: what you recorded stays in your clone. Ask your administrator, and then run again: klacht sync. (The server says: { $reason })
sync-busy = So much is being sent now that there was no getting in between. Nothing is lost: what you recorded is in your clone. Try again in a while with: klacht sync
sync-running = In this clone klacht sync is at work already. Wait until it is done.
sync-no-git = The program git was not found. Klacht fetches and sends with git; ask your administrator to install it.
sync-no-repository = This register is not in git, so there is nothing to fetch or send.
sync-no-server = Git knows of no server here: this register is on this computer alone. Your administrator names one once, with: git remote add origin ADDRESS and git push -u origin { $branch }
sync-no-upstream = Git does not know where { $branch } comes from. Tell it once, with: git fetch origin, and then: git branch --set-upstream-to=origin/{ $there } (or ask your administrator).
sync-no-branch = There is no { $branch } on the server yet. Your administrator puts the beginning there once, with: git push origin { $branch }
sync-nothing-yet = There is no commit here or on the server yet. Record something first.
sync-rewritten = The history on the server was rewritten: { $before } is no longer there, and now there is { $now }. That should not be possible. Nothing was changed; tell your administrator.
sync-unrelated = This clone and the server have nothing in common: they are two different registers. Nothing was changed; ask your administrator.
sync-merge = Commit { $commit } merges something (git merge or git pull), and the server does not accept it that way. Nothing was changed. Make a straight line of it with: git rebase
sync-foreign = Commit { $commit } is by { $author }, not by you, and is not on the server. Klacht does not write anew what another recorded. Nothing was changed; let { $author } send it.
sync-not-appended = Commit { $commit } changes { $path } and does not only add to it. Nothing was changed. If it is your last commit, take it back with klacht undo and record it again as a step. Otherwise your administrator helps.
sync-conflict = { $path } changed on the server and here, and the two cannot be joined. Nothing was changed. Take back what you recorded with klacht undo, as often as it takes, then run klacht sync, and record it again: undo says how to read what it was. If you know git, git pull --rebase will do as well.
sync-import = Case { $case } of your import meanwhile exists on the server. Old numbers are not changed by themselves. Nothing was changed; give the cases other numbers yourself.
sync-unreadable = Case { $case } cannot be read, so nothing was joined or changed. Look at it with: klacht check
sync-uncommitted = Something here is not recorded yet, and others changed it as well: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Nothing was changed. Record it first (klacht record, or git commit) or take it back (git restore), and then again: klacht sync
undo-done = Taken back: { $what }. It is no longer in the register. Its text can still be read with: git show { $commit }
undo-offline = The server cannot be reached now. Should this step have been sent after all, then it comes back by itself with the next klacht sync.
undo-nothing = There is nothing to take back: everything that was recorded here is on the server already. An error in a step that was sent is put right with a step corrected: klacht record CASE corrected
undo-beginning = There is nothing to take back: nothing was recorded here yet after the beginning.
undo-foreign = The last commit { $commit } is by { $author }, not by you. Nothing was changed; only { $author } takes it back.
undo-uncommitted = Something here is not recorded yet: { $paths }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. Nothing was changed. Take it away or put it back first, and then again: klacht undo
undo-unknown = Nothing is known here of the server yet, and so not what was sent. Nothing was changed. First give: klacht sync
undo-no-repository = This register is not in git, so there is nothing to take back.
merge-two-cases = { $path }: two people used one number for a new case. Git cannot solve that. Go back with git rebase --abort (or git merge --abort), and then: klacht sync
merge-unknown = { $path }: both sides changed, and klacht joins only in git pull --rebase, git rebase and git merge.
merge-not-appended = { $path }: one of the sides changed what stood there, so this cannot be joined. Go back with git rebase --abort (or git merge --abort), and look at it with: git log -p { $path }
merge-annexes = { $path }: the step that gets another number has annex files, and git cannot renumber those. Go back with git rebase --abort (or git merge --abort), and then: klacht sync
merge-not-valid = { $path }: together the steps are not right. Go back with git rebase --abort (or git merge --abort), and then: klacht sync. It shows what is wrong.
merge-note = { $path }: the steps were joined. The server does not accept a merge; make a straight line of it with: git rebase
hooks-written = Written: { $path }
hooks-chained = There was a hook already; it runs first: { $path }
hooks-elsewhere = The hooks of this repository are in { $path } (core.hooksPath) and are managed by something else. Add there yourself: klacht check --staged in pre-commit.
hooks-elsewhere-server = The hooks of this repository are in { $path } (core.hooksPath) and are managed by something else. Add there yourself: klacht check --push in pre-receive and klacht receipt in post-receive, and record with git config klacht.trustRoot from which commit on the history is trusted.
hooks-program-gone = The program klacht is no longer in { $path }, and is not found elsewhere. Run klacht hooks install again, or ask your administrator.
hooks-twice = There are two other hooks: { $path } and { $kept }. Make them one first.
hooks-register = The register is in { $dir }; that is recorded (git config klacht.register).
hooks-trust-root = The history is trusted from { $root } on.
hooks-no-commit = There is no commit here yet. After the first one, set from which commit the history is trusted: git config klacht.trustRoot with its id.
hooks-no-trust-root = Set from which commit on the history is trusted: git config klacht.trustRoot with its id. Until then everything is refused.
hooks-done-clone = From now on every commit is checked before it is made.
hooks-done-server = From now on what is pushed here is checked before it is taken in.
receipts-whole = The receipt log { $path } is whole: { $n } lines.
