# The rules: what a finding says (the message itself), what the rule is called (.title), what it finds and why (.what), and what you
# do to put it right (.fix). The rule gives the values between braces; .title, .what and .fix have none. A
# reason with a .fix of its own takes the place of that of its rule.

# Terms: done too late, not done yet, due soon; and the same for one measure.

term-breach = { $term }: the last day was { $last }. It was settled on { $done }, { $late ->
        [one] one day
       *[other] { $late } days
    } late.
term-breach-measure = { $term } "{ $measure }": the last day was { $last }. It was settled on { $done }, { $late ->
        [one] one day
       *[other] { $late } days
    } late.
term-ended = { $term }: the last day was { $last }. It was not done. From { $ended } on it was no longer called for, { $late ->
        [one] one day
       *[other] { $late } days
    } too late.
    .fix = This cannot be put right any more: it stays a breach. If there was a good reason for it, record that with a step waived.
term-ended-measure = { $term } "{ $measure }": the last day was { $last }. It was not done. From { $ended } on it was no longer called for, { $late ->
        [one] one day
       *[other] { $late } days
    } too late.
    .fix = This cannot be put right any more: it stays a breach. If there was a good reason for it, record that with a step waived.
term-overdue = { $term }: the last day was { $last }. It has not been done yet and is { $late ->
        [one] one day
       *[other] { $late } days
    } overdue.
term-overdue-measure = { $term } "{ $measure }": the last day was { $last }. It has not been done yet and is { $late ->
        [one] one day
       *[other] { $late } days
    } overdue.
term-due = { $term }: { $last } at the latest, which is { $left ->
        [0] today
        [one] tomorrow
       *[other] in { $left } days
    }.
term-due-measure = { $term } "{ $measure }": { $last } at the latest, which is { $left ->
        [0] today
        [one] tomorrow
       *[other] in { $left } days
    }.

# What should be there, and what is.

shape-string = a text
shape-text = a text
shape-story = a text
shape-filled = a text that says something
shape-integer = a whole number
shape-uint = a whole number
shape-uint8 = a whole number up to 255
shape-uint16 = a whole number up to 65535
shape-uint32 = a whole number
shape-number = a number
shape-between = a whole number from { $least } to { $most }
shape-minimum = a number of at least { $limit }
shape-maximum = a number of at most { $limit }
shape-boolean = true or false
shape-null = nothing
shape-array = a list
shape-filled-list = a list with at least one item
shape-empty-list = an empty list
shape-object = a group of fields
shape-filled-mapping = at least one field
shape-empty-mapping = an empty group
shape-step = a step with fields such as "step", "date" and "by"
shape-date = a date such as 2026-03-02
shape-no-such-day = a day that exists, in the years 1900 to 2199
    .fix = A month is from 01 to 12, and a year from 1900 to 2199. Write the year first, then the month, then the day, such as 2026-03-02 (2 March).
shape-no-such-day-of-month = a day that exists (that month runs from { $first } to { $last })
    .fix = Look up which day it was, and fill that in.
shape-no-such-day-of-year = a day that exists
    .fix = Write the month and the day such as 04-01 (1 April).
shape-day-of-year = a day of the year such as 04-01 (month, day)
shape-year = a year of four digits
shape-case-id = a case number such as 2026-0007
shape-new-person = an id such as m.bakker (lower-case letters and digits, at most 40 characters)
    .fix = Choose an id of lower-case letters, digits, dots and dashes, such as m.bakker. If a case names this employee already, take the id that stands there.
shape-person = the id of an employee such as m.bakker (small letters and digits, 40 characters at most)
    .fix = Write the id exactly as it stands in staff.yaml.
shape-entry = an id of procedure.yaml (small letters and digits, 40 characters at most)
    .fix = Write the id exactly as it stands in procedure.yaml; the name that goes with it cannot stand here.
shape-id = an id such as extra-training (small letters and digits, 40 characters at most)
    .fix = Write the id with small letters and without spaces, with a hyphen between the words.
shape-figure = a count such as '7', or a count of a count such as 5/6
shape-mail-address = an e-mail address such as p.vos@example.org
shape-signing-key = a public SSH key of the type ed25519 or ecdsa-nistp256, without options before it
    .fix = Put the line of the file here whose name ends in .pub. The key itself, without .pub, stays secret: if it stood here, make a new one.
shape-web-address = a web address that begins with https://
shape-rule-code = the code of a rule, such as K301
shape-term = a term such as "2 weeks", "5 working days" or "1 month"
shape-escaped-character = a forbidden character, written as a code
shape-private = something of the annex, which is not shown here
shape-file = this file

# K0xx: the shape of the record

K001 = This file cannot be read: { $why }.
    .title = File cannot be read
    .what = The program cannot read the file as plain text. As long as that is so, nothing in it is checked and a mistake in the case can go unseen.
    .fix = Open the file in your text editor and save it as "UTF-8". If it does not open, ask the administrator whether you are allowed to read it.
file-unreadable = it cannot be opened
    .fix = Ask the administrator to see whether you may read the file.
file-encoding = it is not saved as UTF-8

K002 = There is an invisible or forbidden character here ({ $character }).
    .title = Forbidden character
    .what = The text holds a character that you do not see but that can make the text look different from what it is, such as one that turns the reading direction. Such characters often come along with copying and pasting. The register refuses them, so that everyone reads the same.
    .fix = Delete the word at the place pointed out and type it again. Do not paste text from a letter or a web page without looking it over.
character-mark = U+FEFF, which some text editors put at the beginning of a file
    .fix = Open the file in your text editor and save it as "UTF-8", not as "UTF-8 with BOM".
character-return = U+000D, half of a line end
    .fix = Put the cursor at the place shown, delete the character and press Enter if a new line belongs there.

K003 = The layout is not right here: { $hint }.
    .title = Layout is wrong
    .what = The layout of the file is wrong, for instance through a wrong indent or a forgotten quotation mark. The program then cannot see what belongs to what, and does not check the rest of the file.
    .fix = Compare the line pointed out with the lines above it. Indent with spaces, not with tabs, and put a text with a colon or a special sign between quotation marks.
yaml-empty = the file is empty
    .fix = Bring the file back from the history of the register. If it was made by mistake, remove it.
yaml-no-head = the fields between two lines of --- above the text are missing
    .fix = Begin the file with a line ---, under it the fields year, date, by and the others, and again a line ---. The text comes after that.
yaml-tab = the line begins with a tab; indent with spaces
yaml-space = here is a special space, which looks like a common one
    .fix = Remove the sign that is pointed at and type a common space. Such a space comes along with text that is pasted.
yaml-colon = the text holds a colon with a space after it; put the whole text between quotation marks
yaml-sign = the text begins with a sign that has a meaning of its own; put the whole text between quotation marks
yaml-escape = between double quotation marks a \ has a meaning of its own, and what stands after it here is no character; put the text between single ones
yaml-quote = there is a quotation mark without its counterpart
yaml-inner-double = after a text between double quotation marks (") there is more; put the whole text between single ones (')
    .fix = Write the text between single quotation marks, as in 'He said "no" to me.'. If the text holds a ' too, write that twice ('').
yaml-inner-single = after a text between single quotation marks (') there is more; put the whole text between double ones (")
    .fix = Write the text between double quotation marks, as in "He said 'no' to me.". If the text holds a " too, write \" for it.
yaml-bracket = there is a bracket without its counterpart
    .fix = Put the missing bracket after the last value: [ goes with ] and { "{" } with { "}" }, as in [k.smit, p.vos].
yaml-comma = there is a comma too many between the brackets: nothing stands before it
    .fix = Take the comma away, or put what is missing before it, as in [k.smit, p.vos].
yaml-indent = the line does not stand straight below the lines that it belongs to
yaml-comment = what stands behind a # is not read, and the bracket stands there too
    .fix = Put the text with # between quotation marks, as in {"{"}name: "UWV #3"{"}"}.
yaml-block = the text that belongs below its field is not indented
    .fix = Put two more spaces before each line of the text than there are before the field.
yaml-dash = a space is missing after the dash
    .fix = Put a space after the dash, as in "- step: contacted".
yaml-conflict = git put two versions of the file beside each other here
    .fix = Break the merge off with git merge --abort (after git pull --rebase: git rebase --abort) and then give klacht sync, which puts the steps of the server and yours under each other. If you solve it yourself, leave what comes from the server first and unchanged, put yours under it, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.
yaml-glued = there is no space after the colon
    .fix = Put a space after the colon, as in "channel: phone".
yaml-no-colon = there is no colon after the name of the field
    .fix = Put a colon and a space after the name of the field, as in "channel: phone".
yaml-key = there should be one plain word before the colon
yaml-other = something stands here that cannot stand in this place

K004 = The field "{ $key }" is there twice.
    .title = Field twice
    .what = One part has the same field twice. It cannot be said which of the two holds.
    .fix = Leave one of the two fields and take the other out.

K005 = { $feature } is not used here.
    .title = Special sign of YAML
    .what = A case may not refer to another place in the file and may not hold types or directives of its own. With those a text can mean something other than its reader thinks. Often it is an accident, because a text begins with one of these signs.
    .fix = If your text begins with &, *, ! or %, put it between quotation marks. If it is a reference, write out what is meant.
yaml-anchor = An anchor (&)
yaml-alias = A reference (*)
yaml-tag = A type tag (!)
yaml-directive = A directive (%)

K006 = { $feature } begins here; this file should hold one document only.
    .title = Second document
    .what = After a line of three hyphens a new document begins in the same file. What it says is not read, and somebody might think that it is.
    .fix = Take the line with --- out, or put what follows in a case of its own.
yaml-document = A second document

K007 = There is no step "{ $step }".
    .title = Unknown step
    .what = The case names a step that the complaints procedure does not know. Only by the fixed names can the program see how far the complaint is and which term runs.
    .fix = Choose one of the existing steps, such as received (receipt), assigned (hand-over), acknowledged (acknowledgement), heard (hearing of the employee), decided (verdict), offered (offer), resolved (solution), reported (report) or closed (closing).

K008 = The field "{ $key }" does not belong here. Possible are: { $known }.
    .title = Unknown field
    .what = There is no such field in this place. Mostly it is a slip of the pen, or the field belongs to another step. What stands in an unknown field would count nowhere.
    .fix = Correct the name of the field, move it to the step that it belongs to, or take it out.

K009 = The field "{ $key }" is missing.
    .title = Field missing
    .what = A field that is always needed here is not there. Without it, what the procedure asks for at this point is not recorded.
    .fix = Add the field with the right value.

K010 = "{ $key }" asks for { $expected }, but it says: { $found }.
    .title = Wrong value
    .what = What stands after the field does not fit it, for instance a word where a number should be. The program cannot work with it.
    .fix = Fill in what the message names. If a text is taken for a number or for yes or no, put it between quotation marks. A number and true or false stand without them.

K011 = "{ $found }" does not fit "{ $key }". Choose from: { $choices }.
    .title = Unknown choice
    .what = This field has a fixed list of choices, and what it says is not among them. Fixed choices make complaints comparable.
    .fix = Fill in one of the choices named, exactly as it is written.

K012 = "{ $key }" asks for { $expected }, but it says: { $found }.
    .title = Wrong date
    .what = The date is written in another way than year-month-day, or there is no such day. All terms are counted from these dates.
    .fix = Write the date as 2026-03-02: the year first, then the month, then the day, with a hyphen between them.

K013 = This is too large: { $limit }.
    .title = Too large
    .what = A file, a text or a number of steps is larger than a case ever needs to be. The limit keeps the register fast and readable.
    .fix = Put a long story or a letter in the directory private as an annex, and keep the text in the case short.
limit-bytes = a file can have 256 kilobytes at most
limit-step = one step may be 32 kilobytes at most
    .fix = Put a long story or a letter in the private directory as an annex, and take out comments that are not needed.
limit-depth = too many layers stand within each other
    .fix = See whether there are too many brackets, dashes or spaces at the place shown, and take them away.
limit-steps = a case can have 500 steps at most
    .fix = See whether steps stand in the case more than once by mistake, and take those away. A new complaint gets a case of its own.
limit-faults = there are more than 100 faults in this file, and the rest are not named
    .fix = See whether the file is damaged and restore it from git, or mend first what is named.
limit-text = a text can have 4000 characters at most

K014 = The case says number { $case }, but it lies in the directory { $directory }.
    .title = Case number does not match
    .what = The number in the case and the name of the directory differ. It is then uncertain which complaint this is.
    .fix = Make the number after "case" the same as the name of the directory. If the directory is the one that is wrong, rename the directory.

K015 = The file { $path } is missing.
    .title = File missing
    .what = A file that should always be there is not: procedure.yaml, staff.yaml, or the case in the directory of a complaint. Without it the rest cannot be checked.
    .fix = Put the file back from the history of the register, or make it. If the directory of a complaint was made by accident, remove the directory.

K016 = { $path } does not belong in the register: { $why }.
    .title = File does not belong here
    .what = A file or directory stands in a place that the register does not know. Such a file is not read, and may hold data of people that are then not protected.
    .fix = Move the file. A letter or scan belongs in the directory private of the case, under a name that begins with the number of the step, such as 01-letter.pdf. If it is a copy, remove it.
stray-root = only procedure.yaml, staff.yaml, the text of the procedure and a directory for each year stand here
    .fix = Move it to a place outside the register, or give it the name that belongs here.
stray-year = a directory of a year holds only analysis.md and a directory for each complaint, such as 2026-0007
    .fix = Give the directory of a complaint a name such as 2026-0007: the year, a hyphen and four digits. If a file belongs to a complaint, move it to the directory private of that case.
stray-copy = beside the number of the complaint the name says more, and each case has one directory, such as 2026-0007
    .fix = If it is a copy of the case, remove it. If it is another case, give the directory the number of that.
stray-temporary = it is a temporary file of a program
    .fix = Close the program that has the file open, and remove the temporary file if it is still there.
stray-wrong-year = the number of the complaint begins with another year than the directory in which it lies
    .fix = Move the directory of the complaint to the directory of the year with which its number begins.
stray-case = the directory of a complaint holds only complaint.yaml and the directory private
stray-private = a file in private is named after the number of the step, such as 01.yaml or 01-letter.pdf, without spaces or special letters
    .fix = Give the file a name that begins with the number of the step in two digits, such as 01-letter.pdf for the first step. If it is a copy, remove it.
stray-misnamed = the name is written a little otherwise than it should be
    .fix = Give it the name that belongs here, in small letters and with .yaml at the end: procedure.yaml, staff.yaml, complaint.yaml, 01.yaml. The directory with the annexes is called private.
stray-long = the name is too long: at most 100 characters
    .fix = Give the file a shorter name, which begins with the number of the step, such as 01-letter.pdf.
stray-private-dir = there are no directories in the directory private
    .fix = Put the files into the directory private itself, and remove the directory.
stray-kind = a file belongs where there is a directory, or the other way round
    .fix = Give the file or directory another name, or remove it, and put in this place what belongs there.
stray-special = it is neither an ordinary file nor a directory
    .fix = Remove it. A register holds ordinary files and directories only.
stray-symlink = it is a link to another place
    .fix = Put the file itself in this place instead of the link, or remove the link.
stray-name = the name holds characters that cannot be read
    .fix = Give the file a name of ordinary letters and digits.
stray-unreadable = it cannot be opened
    .fix = Ask the administrator to see whether you may read it.

K017 = Number { $missing } is missing: { $case } can only come when every number before it is there.
    .title = Number skipped
    .what = The complaints of a year are numbered without gaps. A gap can mean that a complaint has disappeared, and that should not be possible.
    .fix = If the number was skipped, give the new case the first free number, in the directory and after "case". If a case is gone, bring it back from the history.

K018 = Step { $number } ({ $step }) lacks { $what }.
    .title = Annex missing
    .what = This step needs an annex in the directory private: who the complainant is, what was said, or the letter as it was sent. The procedure asks for a record in writing, and without the annex there is none.
    .fix = Put the annex in the directory private, under a name that begins with the number of the step: 01.yaml for what you write down, 01-letter.pdf for a letter or scan. The commands klacht new and klacht record do so with --private, --attach and --letter.
annex-file = the letter or document itself, as a file in the directory private whose name begins with { $number }-
annex-field = in the annex private/{ $number }.yaml the field { $field ->
        [complainant] "complainant" (who the complainant is)
        [description] "description" (the complaint itself)
       *[other] "{ $field }"
    }
annex-field-or-file = in the annex private/{ $number }.yaml the field { $field ->
        [statement] "statement" (the reaction of the employee concerned)
        [reasoning] "reasoning" (the grounds of the verdict)
       *[other] "{ $field }"
    }, or a file that begins with { $number }-

K019 = There is an annex { $number }, but the case has { $steps ->
        [one] one step only
       *[other] { $steps } steps only
    }.
    .title = Annex without step
    .what = The name of an annex begins with the number of the step that it belongs to, and that step is not there. It cannot be seen what the annex is about.
    .fix = Give the annex the number of the step that it belongs to, or add the step that is still missing.

K020 = This seems to hold { $trace }, which belongs in the directory private only.
    .title = Personal data from an annex
    .what = A name, telephone number or address of an annex stands in the case itself as well, or in a yearly analysis. Those appear on the site and are kept; only the directory private is shielded and can be erased later. The site does not show a text that holds such a thing.
    .fix = Write the text neutrally, for instance "the complainant" in place of the name. If a text of a case has been shared already, replace it with a step corrected; a yearly analysis you change yourself. Ask the administrator what should happen to the old version.
trace-name = the name of a complainant
trace-phone = the telephone number of a complainant
trace-email = the e-mail address of a complainant
trace-address = the address of a complainant

K021 = This correction is not possible: { $why }.
    .title = Correction not possible
    .what = With a step corrected you put right a mistake in an earlier step. That is possible only if the step exists and is still well formed with the new value. A handler or a declaration is not corrected but recorded anew, for somebody else has a part in it.
    .fix = Check the number after "corrects" (the first step is 1) and the fields under "fields". For another handler or another declaration, take a new step assigned or agreed.
correction-step = the step that you name is not there, or is a step corrected or waived itself. If a correction was wrong, correct the step that it corrected once more
correction-again = { $field ->
    [by] "by" cannot be corrected: who recorded the step stands in the history
    [step] "step" cannot be corrected: take another step beside it
   *[other] "{ $field }" is not corrected but done again, with a new step
}
correction-field = with what stands at "{ $field }", the step "{ $step }" is no longer well formed
correction-malformed = the step "{ $step }" is no longer well formed with what stands here
correction-nothing = the step that you correct has no "{ $field }": there is nothing to take away
correction-accepted = the complainant accepted "{ $measure }", which does not disappear by a correction
    .fix = Leave the measure there and mend of it only what was written down wrongly. If the complainant no longer wants it, or something else was agreed, record that with a new answered step (rejected, with this measure at "measures").
caused-by-correction = This correction, step { $correction }, brings that about.
    .fix = Change the correction, or first correct the step that does not fit it. An employee who turns out to be concerned later needs no correction: a heard step adds them (after a verdict, reopened first). If the correction is in the history already, write a new corrected step that puts it right.

not-checked = As long as this is wrong, no case was checked for { $unchecked }.
unchecked-terms = terms that were missed, or for categories, causes and grounds that are in no list
unchecked-people = employees who do not exist or did what they may not do

K022 = This complaint has been received already; a case begins only once.
    .title = Received twice
    .what = Every case is about one complaint and begins with one receipt. A second receipt is a new complaint with a number and terms of its own.
    .fix = Make a case of its own for the new complaint. If it is about the same incident, name the first case at "same_incident_as".

K023 = The step "{ $step }" has been taken in this case already.
    .title = Step twice
    .what = This step comes only once in a case and is there already. A second time would give another date for the same fact.
    .fix = Take the new step out. If something in the earlier step is wrong, put it right with a step corrected.

K024 = The complaint is "{ $stage }". The step "{ $step }" is no longer possible.
    .title = Step after the end
    .what = The complaint has been closed, withdrawn or refused. Nothing can be added to its handling after that.
    .fix = Take the step out. If the handling must go on after all, have the complaints coordinator reopen the case first with a step reopened.

K025 = This step is of { $date }, but the one before (step { $number }) is of { $previous }.
    .title = Dates out of order
    .what = The steps stand in the order in which they were taken. A step can therefore not be earlier than the step above it.
    .fix = Correct the date after "date". If you record something afterwards, use the day of today; many steps have a field of their own for the day on which it happened, such as "told", "sent", "solved" or "done".

K026 = This step is of { $date }, which is after today ({ $today }).
    .title = Date in the future
    .what = A step says what was done. What is still to come cannot be recorded as done.
    .fix = Correct the date, or wait with the step until it is taken.

K027 = "{ $employee }" is not in the list of staff.
    .title = Unknown employee
    .what = The step names somebody who is not in staff.yaml. Mostly it is a slip of the pen. Only of the people in that list is it known what they may do.
    .fix = Correct the name, written as in staff.yaml (for instance m.bakker). If the employee is new, ask the administrator to add them to the list. If the name was always right, somebody was taken out of the list: leave the step as it is and ask the administrator to put that person back, with a last day (until, at active).

K028 = { $employee } was not in service on { $date }.
    .title = Employee not in service
    .what = The step gives a task to somebody who did not work here yet, or no longer did, on that day. They cannot have done it.
    .fix = Correct the name or the date. If the period in staff.yaml is wrong, ask the administrator to change it.

K029 = "{ $entry }" is not in the list of { $list ->
        [services] services
        [categories] kinds of complaints
        [causes] causes
        [refusal_grounds] grounds for refusal
       *[other] { $list }
    }. Choose from: { $known }.
    .title = Not in the list
    .what = You choose services, kinds of complaints, causes and grounds for refusal from the lists in procedure.yaml. Only then do they count in the yearly analysis.
    .fix = Fill in one of the words named. If none fits, ask the administrator to extend the list in procedure.yaml.
list-empty = (the list is empty)

K030 = { $about ->
        [term] It is not plain which term this waiver is of: { $why }.
       *[rule] Rule { $code } cannot be waived: { $why }. These can: { $waivable }.
    }
    .title = Waiver not possible
    .what = With a waiver the complaints coordinator sets a rule aside for one case. That is possible only for rules that cannot always be followed in practice, not for rules on who may do what or on how a case is written.
    .fix = Choose one of the rules named, or take the step waived out and put the fault itself right.
waiver-unknown = there is no such rule
waiver-never = that rule always holds
waiver-term-of-rule = "term" goes with rule K390 only, that of the organisation's own terms
    .fix = Take out the line with "term".
waiver-term-unknown = "{ $term }" is no own term of procedure.yaml. These are: { $known }
    .fix = Put one of the terms named at "term". A term of the procedure itself has a rule of its own, such as K301; then name that at "rule".
waiver-which-term = this case exceeds more than one own term: { $known }
    .fix = Put one of the terms named at "term" in this step. If the waiver is of more of them, add a step waived for each.

K031 = { $day } is not possible at "{ $field }" of step { $number }: { $why }.
    .title = Impossible day
    .what = A day in this step does not fit the rest of the case. The complainant cannot, for instance, have been told before the complaint was received. With such a day terms are counted wrongly.
    .fix = Check the day and correct it.
day-too-early = the earliest possible day is { $bound }
day-before-settled = the earliest possible day is { $bound }
    .fix = Check the day and correct it. A complaint is solved only when the complainant knows the verdict and the offer, and has answered; if they were satisfied before, say so at "summary" or in the annex.
day-after-step = the last possible day is { $bound }, the day of the step
    .fix = Check the day and correct it. A step is of the last day that it tells of: if the complainant was told only later, date the step on that day.
day-too-late = the last possible day is { $bound }
day-after-number = the complaint has a number of { $year }
    .fix = Check the day first. If it is right, the complaint was given a number of the wrong year: give it the next number of the year in which it was received.

K032 = "{ $id }" is in the list of staff twice.
    .title = Employee twice
    .what = Two people in staff.yaml have the same id or the same e-mail address. It cannot be said who took a step.
    .fix = Give one of the two another id or another address. Never change the id of somebody who is named in a case already.

K033 = Something in procedure.yaml is wrong: { $why }.
    .title = Procedure contradicts itself
    .what = The settings in procedure.yaml do not fit each other: an id is there twice, a term can never be met, or refers to a term that is not there. Terms or lists are then of no use.
    .fix = Ask the administrator to correct procedure.yaml at the place pointed out.
procedure-id-twice = "{ $id }" is there twice
procedure-never-met = nothing can meet the term "{ $id }", for "met_by" is empty
procedure-cannot-follow = nothing can meet the term "{ $id }", for what stands at "met_by" cannot come after what stands at "from"
procedure-measure-term = nothing can satisfy the term "{ $id }": it runs for each measure, which only carried-out satisfies
procedure-no-such-term = there is no other term "{ $id }"

K034 = Case { $other } does not exist, or is this case itself.
    .title = Reference to unknown case
    .what = At "same_incident_as" you name another case about the same incident. The number does not exist or is that of this case.
    .fix = Fill in the number of the other case, or take the field out.

K035 = The complaint is "{ $stage }" and so still being handled; it need not be reopened.
    .title = Reopened while open
    .what = Only a complaint that was closed, withdrawn or refused can be reopened. This one is still being handled.
    .fix = Take the step reopened out and simply go on with the handling.

K036 = The id "{ $measure }" has been used for another measure in this case already.
    .title = Measure twice
    .what = Every measure in a case has an id of its own, so that it is clear later which was carried out and judged.
    .fix = Give the new measure another id after "id".

K037 = The case begins with "{ $step }"; the first step should be the receipt of the complaint.
    .title = Does not begin with the receipt
    .what = Every case begins with the receipt of the complaint. That day starts the term for the acknowledgement.
    .fix = Put a step received at the top, with the day on which the complaint came in.

K038 = According to staff.yaml { $employee } is in service from { $from } up to and including { $until }; that ends before it begins.
    .title = Service ends before it begins
    .what = The last day in service lies before the first. Such a person was never in service, and every step of this employee is refused.
    .fix = Ask the administrator to fill in the right days at "active". Leave "until" out for as long as somebody is in service.

K039 = "{ $employee }" is named twice in "about".
    .title = Employee concerned twice
    .what = Every employee concerned is named once in a complaint. When somebody is named twice, perhaps another is meant, and that one will not be heard.
    .fix = Remove the second, or put the id of the employee whom you mean.

K040 = This seems to hold { $what }. Everyone can read this text.
    .title = Personal data in a public text
    .what = The texts of a step appear on the site and are kept. No e-mail address, telephone number or citizen service number belongs there, nor the name of an employee whom the complaint is about: the site does not name them. What is recognised here may be something else; then you change nothing.
    .fix = Write the text neutrally, for instance "the complainant" or "the employee". An address or number belongs in the directory private. If the text has been shared already, replace it with a step corrected and ask the administrator what should happen to the old version.
personal-email = an e-mail address
personal-phone = a telephone number
personal-bsn = a citizen service number (BSN)
personal-name = the name of an employee concerned

K041 = This still says { $placeholder }.
    .title = Not filled in yet
    .what = The text of the complaints procedure, procedure.yaml or staff.yaml still holds what klacht init put there. It appears like that on the site and in letters.
    .fix = Fill in the details of your organisation and your staff; in the text of the procedure, wherever something stands between brackets.

K042 = Written like this, no step can come under the last one.
    .title = No room for a next step
    .what = A case only grows at its end: each step comes under the one before, and what is there once does not change. With the steps between brackets, or something else after them, no step can ever be added.
    .fix = Write the steps under each other, each with a dash before it, as the last thing in the file. Do so before you share the case.

K043 = This seems to hold { $what }. Everyone can read this analysis.
    .title = Personal data in the yearly analysis
    .what = The yearly analysis appears on the site and is kept. No e-mail address, telephone number or citizen service number belongs there, nor the name of an employee whom a complaint is about. What is recognised here may be something else; then you change nothing.
    .fix = Write the text neutrally, for instance "a complainant" or "an employee". If the analysis has been shared already, ask the administrator what should happen to the old version.

K044 = The file { $path } is empty.
    .title = Annex is empty
    .what = A letter or scan in "private" should hold something. An empty file is mostly a copy that went wrong, and whoever opens it later finds nothing.
    .fix = If the step is not shared yet, put the right file in its place. An annex that is shared no longer changes: keep the right file with the next step, with the number of that step at the start of its name.

# Clause 1: receipt and registration

K101 = The complaint came by letter, but it does not say when the letter went to the complaints coordinator.
    .title = Letter not passed on
    .what = A complaint in writing is handed to the complaints coordinator. The case does not say that this was done.
    .fix = Give the letter to the complaints coordinator and fill in the day at "passed_to_coordinator".

# Clause 2: handing over to the handler

K201 = { $handler } has not been appointed as a handler.
    .title = Not appointed as a handler
    .what = Complaints go to a manager or to somebody who is responsible for the process. Who they are is in staff.yaml, with the role handler, and this person does not have that role.
    .fix = Hand the complaint to somebody with the role handler. If this person should have it, ask the administrator to change staff.yaml.

K202 = { $handler } is an employee concerned in this complaint and therefore cannot handle it.
    .title = Handler is an employee concerned
    .what = The handler is never the employee whom the complaint is about, so that nobody judges their own work. The rule also holds when it turns out only later that the handler was concerned.
    .fix = Choose another handler at "handler". If it turns out later, have the complaints coordinator hand the complaint to somebody else first (step assigned, with a reason).
handler-heard = whoever was heard handles the complaint
    .fix = If the wrong employee stands at "employee", correct that. If the handler really is concerned, have the complaints coordinator hand the complaint to somebody else first (step assigned, with a reason). They then record the hearing.

K203 = The complaint has no handler yet, so the step "{ $step }" is not possible yet.
    .title = No handler yet
    .what = The complaints coordinator hands the complaint to a handler first. Only then is it clear who handles it and may take the next steps.
    .fix = Have the complaints coordinator take a step assigned first.

K204 = The complaint came by letter, but it does not say when the handler got a copy.
    .title = No copy for the handler
    .what = The complaints coordinator gives the handler a copy of a complaint in writing. The case does not say that this was done.
    .fix = Give the handler a copy and fill in the day at "document_copied".

K205 = The complaint had a handler already and is handed over again, but it does not say why.
    .title = Handed over without a reason
    .what = The complaint had a handler already. If it becomes somebody else's, the reason belongs in the case, so that it can be traced later who was responsible when.
    .fix = Write the reason at "reason".

K206 = The handler got the letter only on { $copied }, after the step "{ $step }" of { $date }.
    .title = Letter late with the handler
    .what = The coordinator gives the handler a copy of a complaint made in writing. It should be there before the handler acknowledges the complaint, hears the employee concerned and gives a verdict: otherwise they handle a letter that they do not know.
    .fix = The breach stays a fact and counts in the yearly analysis; nothing has to be changed. If the day at "document_copied" was filled in wrongly, put it right with a corrected step and ask the coordinator for a waiver.

# Clause 3: acknowledgement

K301 = The acknowledgement was not sent within the term.
    .title = Acknowledgement late
    .what = The complainant gets an acknowledgement within the term; in the procedure of 2008 that is two weeks after receipt. The last day counts. If the complaint was refused in time, the notice of that takes the place of the acknowledgement.
    .fix = If the acknowledgement has not gone out yet, send it today and take a step acknowledged. If it has gone out but is not recorded yet, fill in at "sent" the day on which it was sent. If it was sent late, that stays a fact and counts in the yearly analysis; you need not change anything. If it was sent in time but a wrong day stands here, put that right with a corrected step and ask the coordinator for a waiver (a waived step, K301).

K302 = The complainant was not told within the term that the complaint is not taken up.
    .title = Refusal told late
    .what = Whoever makes a complaint that is not taken up is told so within the term; in the procedure of 2008 that is four weeks after receipt. The last day counts.
    .fix = The breach stays a fact and counts in the yearly analysis; you need not change anything. If the day at "told" was filled in wrongly, put it right with a step corrected and ask the complaints coordinator to waive the rule.

K303 = The complaint was not handled by the day that was promised to the complainant.
    .title = Promised term not kept
    .what = The acknowledgement says within which term the complaint is expected to be handled. That day has passed. The term can be extended, if the complainant is told on that day at the latest.
    .fix = If the complaint has been solved, take a step resolved. If the day comes near and you need more time, tell the complainant in time and take a step extended. If the day has passed, the breach stays a fact. If another day stood in the letter than here, put that right with a corrected step and ask the coordinator for a waiver (a waived step, K303).

K304 = There is no promised day to move: there is no acknowledgement yet, or no new one since the reopening.
    .title = Extended without a promise
    .what = To extend is to move the day that the acknowledgement promises. There is no acknowledgement yet. A case that was reopened after the promised day needs a new acknowledgement with a new day.
    .fix = Send the acknowledgement first (step acknowledged), with a feasible day at "expected_by".

K305 = The promised day, { $promised }, cannot be before { $earliest }.
    .title = Promise in the past
    .what = The day by which the complaint is expected to be handled is not before the acknowledgement itself; with an extension it is later than the day that was promised before. Otherwise it is of no use to the complainant. To be done before the promised day is always in time: that takes no extension.
    .fix = Fill in a later, feasible day at "expected_by". It must be the same day as in the letter.

K306 = The complainant was told of the extension on { $told }, but the day that was extended was { $promised }.
    .title = Extension told late
    .what = An extension counts only if the complainant is told before the promised day has passed. Whoever is told later has waited in vain.
    .fix = The breach stays a fact and counts in the yearly analysis; you need not change anything. If the day at "told" was filled in wrongly, put it right with a step corrected and ask the complaints coordinator to waive the rule, and K303 too where it made the handling late.

K307 = { $term } cannot be extended like this: { $why }.
    .title = Extension not allowed
    .what = The procedure of your organisation says how often and by how much a term can be extended. This extension goes beyond that.
    .fix = Choose a day at "expected_by" that is still allowed, or take the step extended out.
extension-times = { $times ->
        [0] it may not be extended
        [one] it may be extended once
       *[other] it may be extended { $times } times
    }
    .fix = Take the step extended out. If it will be later than promised, do tell the complainant; that the term was not kept stays a fact.
extension-length = the last possible day is { $limit }

K308 = The complaint has been solved already; there is no use in extending.
    .title = Extended after the solution
    .what = The term for handling ends when the complaint is solved. After that there is nothing to extend.
    .fix = Take the step extended out.

K309 = There is a verdict on this complaint already, so it has been taken up.
    .title = Refused after the verdict
    .what = A complaint can be refused only before there is a verdict. After that the complainant has a right to the rest of the handling.
    .fix = Take the step refused out and go on with the offer (step offered).

K310 = The acknowledgement lacks the { $field ->
        [date] day
        [place] place
       *[other] { $field }
    } of the incident.
    .title = Acknowledgement incomplete
    .what = The acknowledgement holds a short description of the complaint, with date and place and special circumstances, if any. It lets the complainant see whether the complaint was understood.
    .fix = Fill in "date" and "place" at "occurred" in the step acknowledged, as the letter has them. If it lasted or came back, say at "period", in place of "date", when that was, such as: since March 2026. At "place" there may be several places, or: by telephone.

K311 = The complaint was handled without an acknowledgement to the complainant.
    .title = No acknowledgement
    .what = Within two weeks the complainant gets an acknowledgement that describes the complaint, what happens next and the term. Fast handling does not make it needless: it lets the complainant see beforehand whether the complaint was understood.
    .fix = It stays a fact and counts in the yearly analysis; you need not change anything. If the letter was sent but not recorded, ask the coordinator for a waiver (a waived step, K311) that names the day on which it went.

K390 = A term of your own procedure was exceeded.
    .title = Own term exceeded
    .what = Your organisation has laid down a term of its own in procedure.yaml, and it was not met. The message says which.
    .fix = Do what the term asks for and record the step. If that has been done, the breach stays a fact; you need not change anything. If there was good reason for it, the complaints coordinator can waive it (step waived, K390, with the id of the term in procedure.yaml at "term").

# Clause 4: investigation

K401 = There can be no verdict yet. Not yet heard: { $missing }.
    .title = Verdict before the hearing
    .what = The handler first puts the complaint to every employee whom it is about. A verdict without their reaction is not a careful one.
    .fix = Hear the employee named and take a step heard. If that is truly impossible, for instance through long illness, the complaints coordinator can waive rule K401 beforehand (step waived).

K402 = There is a verdict, but no declaration on the description yet from: { $employees }.
    .title = Verdict without a declaration
    .what = The employee concerned declares whether the description of their reaction is right. At the time of this verdict an employee who was heard had not declared anything, neither that they agree nor that they disagree.
    .fix = Ask for the declaration after all and record it with a step agreed; in a closed case that is no longer possible. The breach stays a fact, unless the complaints coordinator waives the rule.

K403 = { $employee } has not been heard yet and so cannot declare anything about the description.
    .title = Declaration before the hearing
    .what = First the handler hears the employee concerned and writes the reaction down. Only then can the employee declare whether that description is right.
    .fix = Take a step heard for this employee first. If the wrong one is named, correct the name at "employee", or at "by" where there is no "employee".

K404 = The declaration was recorded for the employee, but the signed paper is missing (private/{ $number }-….pdf).
    .title = Signature missing
    .what = An employee concerned records their own declaration. If the handler does it, the signed paper belongs with it as proof.
    .fix = Add a scan of the signed paper in the directory private, under a name that begins with the number of the step. Or have the employee take the step agreed.

K405 = There is a verdict already; { $step } is no longer possible.
    .title = Heard after the verdict
    .what = An employee concerned is heard before there is a verdict. After that, their reaction cannot change the verdict any more.
    .fix = If a new verdict is needed, have the complaints coordinator reopen the case after it was closed. If the employee was heard earlier, that step belonged before the verdict.

K406 = The employee concerned heard only on { $told } what follows, after the verdict of { $date }.
    .title = Employee concerned told late
    .what = The handler tells the employee concerned how the complaint will be handled from here. After the verdict that is too late: they did not know then what would become of their reaction.
    .fix = The breach stays a fact and counts in the yearly analysis; nothing has to be changed. If the day at "told" was filled in wrongly, put it right with a corrected step and ask the coordinator for a waiver.

# Clause 5: verdict and offer

K501 = There is no verdict yet, so there can be no offer yet.
    .title = Offer before the verdict
    .what = The handler first determines whether the complaint is founded, and looks at severity, cause and responsibility. The decision on an offer follows from that.
    .fix = Take a step decided first.

K502 = There is no offer that the complainant can still answer.
    .title = Answer without an offer
    .what = An answer belongs to an offer. Nothing has been offered yet, or the complainant has answered everything and nothing is left to carry out.
    .fix = Record the offer first with a step offered. If the complainant had second thoughts, record a new offer and the answer to it.

K503 = The offer is not clear: { $why }.
    .title = Offer unclear
    .what = The handler offers the complainant something, or decides that nothing is offered and says why. Exactly one of the two belongs in the case.
    .fix = Fill in either "measures" (correction, redress or a replacement service) or "none_because" with the reason.
unclear-neither = there is no measure and no reason why there is none
unclear-both = there are measures and also a reason why there are none

K504 = The complaint has been solved already; a new offer is no longer possible.
    .title = Offer after the solution
    .what = An offer is meant to solve the complaint. According to the case that has been done.
    .fix = Take the step offered out. If the complaint has not been solved after all, have the complaints coordinator reopen the case after it was closed.

K505 = { $named ->
        [no] No part of the offer waits for this answer.
       *[other] "{ $measure }" does not wait for this answer. What does: { $waiting }.
    }
    .title = Answer to something that is not open
    .what = "measures" says which part of the offer the complainant answers. That part must have been offered and still wait for an answer; what the complainant accepted and is not carried out yet can only be turned down. Otherwise nobody can tell what was agreed.
    .fix = Take over the ids of the measures that wait, or leave "measures" out when the answer is about all that is open.
nothing-waits = nothing

# Clause 6: written report

K601 = The report was not sent within the term.
    .title = Report late
    .what = The handler reports in writing to the complainant and to the complaints coordinator; in the procedure of 2008 that is within two weeks of the complaint being solved. The later of the two counts, and the last day is in time.
    .fix = If the report has not gone out yet, send it to both today and take a step reported. If it was sent late, that stays a fact and counts in the yearly analysis; you need not change anything. If it was sent in time but a wrong day stands here, put that right with a corrected step and ask the coordinator for a waiver (a waived step, K601).

K602 = The complaint cannot have been solved yet: the complainant does not know the offer yet or has not answered it.
    .title = Solved before the offer
    .what = The complainant is told what is offered, and the complainant's answer is recorded. Only then can it be said whether the complaint was solved.
    .fix = Take a step offered first, and then a step answered. If the complainant does not answer, choose no-answer at "answer".

K603 = The complaint has not been solved yet, so there can be no report yet.
    .title = Report before the solution
    .what = The report describes how the complaint was solved and comes after it. Without that day the term for the report cannot be counted either.
    .fix = Take a step resolved first, with the day on which the complaint was solved at "solved".

# Clause 7: preventive measures

K701 = A preventive measure was not in place by the day agreed.
    .title = Preventive measure late
    .what = A preventive measure says by when it should be in place. That day has passed. As long as the measure is not there, the same can happen again.
    .fix = If the measure is in place, record that with a step carried-out, with at "done" the day on which that was done. If it is not, speak to the owner of the measure.

K702 = There is no verdict yet, so it cannot be said yet what prevents a recurrence.
    .title = Prevention before the verdict
    .what = Preventive measures take away what led to the complaint. That cause is in the verdict, and there is none yet.
    .fix = Take a step decided first.

K703 = The prevention is not clear: { $why }.
    .title = Prevention unclear
    .what = The handler takes measures to prevent a recurrence, or decides that none are possible and says why. Exactly one of the two belongs in the case.
    .fix = Fill in either "measures" or "none_because" with the reason.

K704 = It does not say who was consulted about the measure.
    .title = Nobody consulted
    .what = The handler consults the person who can really bring the improvement about. Without that a measure often stays on paper.
    .fix = Consult whoever can bring the measure about and name them at "consulted".

K705 = The complaint was founded or partly founded, but nothing has been decided on prevention.
    .title = Closed without prevention
    .what = The handler determines whether a recurrence can be prevented. With a founded complaint that decision is needed before the case can be closed, even if it is that nothing can be done.
    .fix = Take a step prevention first, with measures or with the reason why there are none.

# Clause 8: carrying out and reporting

K801 = What was promised to the complainant was not carried out by the day agreed.
    .title = Offer carried out late
    .what = The handler sees to it that what was agreed with the complainant is done. The day that was set for it has passed.
    .fix = If it has been carried out, record that with a step carried-out, with at "done" the day on which it was done. If it has not, do it as soon as possible and tell the complainant when. If the complainant no longer wants it, or something else was agreed, record that with an answered step (rejected, with this measure at "measures").

K802 = There is no measure left in this case to carry out.
    .title = Nothing to carry out
    .what = Only what was offered, or recorded as a preventive measure, can be carried out. Nothing was recorded here, or everything has been carried out or turned down by the complainant.
    .fix = Record the measure first with a step offered or prevention. If it has been carried out already, take this step out.

K803 = Measure "{ $measure }" is not possible here: { $why }.
    .title = Unknown measure
    .what = The step names a measure that is not in this case, has been carried out already, or is not preventive. Only preventive measures are judged by their effect.
    .fix = Fill in at "measure" the id that stands after "id" with the offer or the preventive measure.
measure-unknown = there is no such measure in this case
measure-done = it has been carried out already
measure-not-preventive = it is not a preventive measure of this case

K804 = Measure "{ $measure }" has not been carried out yet, so its effect cannot be judged yet.
    .title = Judged before it was carried out
    .what = The complaints coordinator judges whether a preventive measure has led to improvement. That is possible only once it is in place.
    .fix = Take a step carried-out for this measure first.

K805 = The complaint is not solved now, so it cannot be asked whether the complainant is satisfied.
    .title = Satisfaction asked too early
    .what = Whether the complainant is satisfied is about the solution of the complaint. There is none yet, or none any more since the case was reopened.
    .fix = Ask when the complaint has been solved: after a step resolved, and after a new one where the case was reopened. Where the complaint was withdrawn or refused it can be asked too: about how that went.

K806 = There is no report yet, so the case cannot be closed yet.
    .title = Closed without a report
    .what = A case is closed when the report has reached the complainant and the complaints coordinator, or when the complaint was withdrawn or refused.
    .fix = Take a step reported first. If the complainant has withdrawn the complaint, take a step withdrawn.

K807 = Not everything that the complainant was offered has been carried out.
    .title = Closed with an open offer
    .what = The handler sees to it that what was agreed with the complainant is done. As long as some of it is open, the case stays open. Preventive measures may still run.
    .fix = Carry the measure out and take a step carried-out. If the complainant does not want it any more, or something else was agreed, record that with a new answered step: rejected, with this measure at "measures".

K808 = The analysis of { $year } is missing; it should have been there by { $last }. That is { $late ->
        [one] one day
       *[other] { $late } days
    } ago.
    .title = Yearly analysis not in time
    .what = Every year the complaints coordinator analyses the complaints: are there trends, were complainants satisfied, and did the preventive measures help? The analysis is part of the quality policy, and is to be there by the day that the procedure gives. If it was signed later, that stays a breach.
    .fix = Write the analysis in the file analysis.md in the directory of the year.
K808-due = The analysis of { $year } is not there yet: { $last } at the latest, which is { $left ->
        [0] today
        [one] tomorrow
       *[other] in { $left } days
    }.
K808-breach = The analysis of { $year } was signed on { $signed }; it should have been there by { $last }. That is { $late ->
        [one] one day
       *[other] { $late } days
    } too late.
    .fix = The breach stays a fact; you need not change anything.
K809 = The yearly analysis was made by { $staff }, who was not a complaints coordinator on that day.
    .title = Yearly analysis not by the coordinator
    .what = The complaints coordinator analyses the complaints each year. The analysis is signed by someone who was not a coordinator on that day.
    .fix = Let a coordinator go over the analysis, and put that person's id in "by" and the day in "date".
K810 = The yearly analysis gives no judgement with a ground on the question { $question }.
    .title = Yearly analysis without a judgement
    .what = The yearly analysis answers three questions: are there trends, were complainants satisfied with the corrective measures, and did the preventive measures lead to improvement? Each answer says what it rests on. One of the three is missing.
    .fix = Under "judgements", give trends, corrective and preventive each a "verdict" and a "ground". "Too little data" is an answer too.
K811 = The yearly analysis is of { $year } and stands in the directory of { $directory }.
    .title = Yearly analysis of another year
    .what = The analysis of a year stands in the directory of that year. The year in the file and that of the directory differ.
    .fix = Put the year of the directory in "year", or put the file in the directory of the year that it names.

K812 = The yearly analysis of { $year } is dated { $date }; that year was not over then.
    .title = Yearly analysis of a year that still runs
    .what = The yearly analysis is about a whole year. Whoever makes it earlier misses the complaints that are still to come.
    .fix = Remove the file and make the yearly analysis when the year has passed, with klacht analysis and --draft.

K813 = The yearly analysis is not finished: { $why }.
    .title = Yearly analysis not finished
    .what = The draft of klacht analysis fills in the figures. What the organisation learns from them, the coordinator writes. Without that text there is no analysis, and what the draft puts in its place appears on the site.
    .fix = Write under the front matter what the organisation learns from the complaints and what it is going to do, in place of the sentence of the draft.
analysis-placeholder = this still says what the draft asks for
analysis-empty = there is no text under it
K814 = The yearly analysis is dated { $date }, which is after today ({ $today }).
    .title = Yearly analysis in the future
    .what = At "date" stands the day on which the analysis was signed. That day is still to come.
    .fix = Put the day on which you sign the analysis in "date".
K815 = There are no complaints of { $year } or earlier; the register begins in { $first }. This analysis is on no page.
    .title = Yearly analysis from before the register
    .what = An analysis is shown with the figures of its year. Of a year before the first complaint of the register there are none.
    .fix = Put the file in the directory of the year that it is about, or keep it outside the register.

K816 = This change of the yearly analysis is of { $date }, earlier than the signature before it: { $previous }.
    .title = Yearly analysis changed before it was signed
    .what = The changes of the yearly analysis stand under "revised" in the order in which they were signed. None of them is of before the one above it, and the first not of before the analysis itself.
    .fix = Put the day on which the change was signed at "date". A new change comes last.

# Clause 9: appeal

K901 = This complaint comes from a principal; only a client can appeal.
    .title = Appeal by a principal
    .what = A client who is not satisfied with the handling can go to the principal who commissioned the re-integration. For principals themselves the procedure has no appeal.
    .fix = Take the step appealed out. If the complaint comes from a client after all, put "complainant" in the first step right with a step corrected.

K902 = The client appealed while the complaint has not been handled.
    .title = Appeal during the handling
    .what = An appeal is about the way in which the complaint was handled. There is no report now, and the complaint was neither refused nor closed. It may be right all the same: who waits too long may turn to the principal already, and after a reopening the handling runs again.
    .fix = If it is right, nothing has to be changed; go on handling the complaint and record the outcome of the appeal. If the client did not turn to the principal but withdrew the complaint, take a withdrawn step.

K903 = There is no appeal under way that can be ended.
    .title = No appeal to end
    .what = The end of an appeal belongs to an appeal that is under way. There is none in this case, or its end is there already.
    .fix = Record the appeal first with a step appealed, or take this step out.

K904 = The report to the client does not say that an appeal is possible.
    .title = Appeal not explained
    .what = A client who is not satisfied can take the complaint to the principal who commissioned the re-integration. Whoever is not told so cannot make use of it.
    .fix = Tell the client of the possibility of appeal after all. If the report did say so, put "appeal_explained" right with a step corrected and ask the coordinator for a waiver (a waived step, K904).

K905 = It does not say who the principal of this client is, so it is not known where the client can appeal.
    .title = Principal unknown
    .what = The client can appeal to the principal who commissioned the re-integration, such as the employer, the UWV, the municipality or the insurer. The report can name it only if the case does.
    .fix = Fill in "commissioned_by" at the receipt. If that step has been shared already, do it with a step corrected.

K906 = The appeal is still open, so the case cannot be closed.
    .title = Closed during appeal
    .what = A case is closed when everything is done, except preventive measures. An appeal to the principal is part of how the complaint is handled.
    .fix = Record how the appeal ended with a step appeal-concluded, and close the case after that.

K907 = The appeal was made to: { $body }. By the receipt the principal is: { $principal }.
    .title = Appeal to someone else
    .what = A client appeals to the principal who commissioned the re-integration. Where the case names someone else, one of the two was probably filled in wrongly.
    .fix = See who the principal is and correct "body", or "commissioned_by" at the receipt. If the step has been shared already, do it with a step corrected. If it is right, change nothing.

# H0x: who may do what

H01 = { $by } may not take the step "{ $step }". Who may: { $who }.
    .title = Not authorised for this step
    .what = Every step says who may take it: the complaints coordinator hands over and closes, the handler handles, and an employee concerned speaks only for themselves. It is then always clear who was responsible for what.
    .fix = Have the right person take and record the step. If the name at "by" is a mistake, correct it. If the complaint was handed to somebody else, record that first with a step assigned.
who-decides = who may take that step
    .fix = What a step decides or promises the complainant is corrected only by who may take that step. Have the handler record the correction. If the handler has left, hand the complaint over first (an assigned step).
who-not-concerned = somebody other than the employee concerned
    .fix = That somebody was not concerned after all is recorded by another: who received the complaint or the coordinator, if they are not concerned themselves.
who-handler-named = the handler ({ $handler })
who-handler-no-longer = a handler ({ $by } is that no longer)
    .fix = Hand the complaint over to someone who is a handler now (an assigned step, by the coordinator). If { $by } still is one, ask the administrator to mend "roles" in staff.yaml.
who-handler-for-whom = the handler ({ $handler }), with "employee" saying for whom
    .fix = Fill in at "employee" for which employee this is, and keep the signed paper in the directory private. Or let the employee take the step.
