# Letters: words in the letters themselves, and what the command letter has to say.

letter-kind-acknowledgement = We have received your complaint
letter-kind-refusal = We will not take up your complaint
letter-kind-extension = Handling your complaint takes longer
letter-kind-employee = A complaint about your work
letter-kind-statement = Your statement
letter-kind-offer = Our decision on your complaint
letter-kind-report = Report on your complaint
letter-kind-appeal = How to appeal if you are not satisfied

# How a title is written before a name (without full stops), and what of it comes into the salutation. With a full stop, or in small letters,
# Mr may be the Dutch title of a lawyer, of whom it says no more than the name.
letter-titles = mrs=Mrs;ms=Ms;miss=Miss;Mr=Mr;mevrouw=Ms;mevr=Ms;mw=Ms;de heer=Mr;heer=Mr;dhr=Mr;hr=Mr;dr=Dr;prof=Professor
# What joins two people in a name, and what it is in the salutation.
letter-joints = and=and;en=and;&=and;+=and;or=or
# Titles that do not say how somebody is addressed.
letter-degrees = mr;dr;drs;ir;ing;ds;prof
# What stands in a name before the person whom the letter is for.
letter-attention = attn.;for the attention of;t.a.v.
letter-dear-anyone = Dear Sir or Madam
letter-dear-name = Dear { $name }

letter-channel-letter = by letter
letter-channel-email = by e-mail
letter-channel-phone = by telephone
letter-channel-in-person = in a conversation

letter-verdict-founded = I find your complaint founded. That means that you are right.
letter-verdict-partly-founded = I find your complaint founded in part. That means that you are right in part.
letter-verdict-unfounded = I find your complaint unfounded. That means that I do not think you are right.
letter-verdict-no-verdict = I cannot give a verdict on your complaint.

# The principal of the re-integration, as a sentence names it: "In your case that is …: Name".
letter-body-employer = your employer
letter-body-uwv = UWV
letter-body-municipality = the municipality
letter-body-insurer = the insurer
letter-body-other = this organisation

letter-answer-accepted = You accepted this offer.
letter-answer-rejected = You did not accept this offer.
letter-answer-no-answer = We did not get an answer to this offer from you.

letter-not-written = The letter was not made: case { $case } must say this first.
letter-missing-field = Step { $number } ("{ $step }") lacks "{ $field }" ({ $meaning }). Clause { $clause } asks for it in this letter.
letter-missing-step = The step "{ $step }" is not there yet, with "{ $field }" ({ $meaning }). Clause { $clause } asks for it in this letter.
letter-missing-since = The case was reopened (step { $number }), and since then there is no new step "{ $step }", with "{ $field }" ({ $meaning }). Clause { $clause } asks for it in this letter.
letter-needs-complainant-name = the name of the complainant
letter-needs-summary = a short description of the complaint
letter-needs-handler = the handler
letter-needs-verdict = the verdict
letter-needs-measures = what is offered, or why nothing is
letter-needs-commissioned-by = who commissioned the re-integration
letter-needs-occurred-date = the day on which it happened
letter-needs-occurred-place = the place where it happened
letter-needs-next-steps = how the complaint will be handled
letter-needs-expected-by = the day by which the complaint is expected to be handled
letter-needs-ground = the reason
letter-needs-employee = the employee concerned
letter-needs-statement = the reaction of the employee concerned
letter-needs-answer = the complainant's answer to the offer
letter-needs-solved = the day on which the complaint was solved
letter-needs-complainant-client = the complainant is a client
letter-no-employee = No employee is concerned in this case, so there is no letter to one.
letter-which-employee = For which employee concerned is the letter? Choose with --employee from: { $staff }.
letter-template = The template { $name } is not right (line { $line }): { $detail }
letter-template-undefined = The template { $name } asks on line { $line } for something that this case or this letter does not have. Ask first, with {"{%"} if … {"%}"}, or look in docs/letters.md for its name. ({ $detail })
letter-template-syntax = The template { $name } is not well written on line { $line }: { $detail }
letter-template-not-found = The template { $name } asks on line { $line } for another template that is not there: { $detail }
letter-with-step = Record the step and make the letter in one go: klacht record { $case } { $step } --letter pdf
letter-attach-to-come = Step { $number } ({ $step }), to which this letter belongs, is not in case { $case } yet. Record the letter together with the step: klacht record { $case } { $step } --letter pdf. If you have the letter as a file already, use --attach FILE.
letter-attach-recorded = Step { $number } ({ $step }) of case { $case } is recorded already, and a recorded step gets no further file. Keep a next letter in one go with its step (klacht record CASE STEP --letter pdf). If you only want this letter once more, use --out FILE.
letter-annex = The annex { $path } cannot be read. What is wrong with it: klacht check
letter-in-site = { $path } lies in a directory of the site. A letter holds private data and never goes there. Choose another place.
letter-in-register = { $path } lies in the register. There a letter goes with its case only, with --attach.
letter-in-git = { $path } lies in a directory that git keeps: the next commit may take the letter into the history, with name and address, and there it stays. Choose a place outside it, such as --out ../letter.html, or a directory that .gitignore names.
letter-no-place = A PDF cannot go to the screen. Say where it should go with --out or --attach.
letter-exists = { $path } is there already and is never overwritten.
letter-no-browser = A PDF needs a browser, and none was found. Looked for: { $browsers }. Otherwise make html and print that to a PDF.
letter-browser = Making a PDF did not succeed with { $browsers }. Otherwise make html and print that to a PDF.
letter-reasoning = Please note: step { $number } ("decided") has no "explanation". So the reasoning in its annex ("reasoning") stands word for word in this letter to the complainant. Read whether it may.
letter-no-coordinator = Please note: on the day of this letter no coordinator is in service. Clause 6 asks that the coordinator gets the report too.
letter-no-address = Please note: no usable e-mail address is known to which this letter can go. Fill in the field To yourself, or send the letter by post.
letter-no-postal-address = Please note: no address of the complainant is known, nor a usable e-mail address. Put the address above the letter yourself.
letter-unfilled = Please note: this letter still says "{ $text }", which klacht init put there. Fill in the details of your organisation (procedure.yaml) and make the letter again.
template-unused = Please note: { $path } is not used: no template has that name.
template-unused-near = Please note: { $path } is not used: no template has that name. Did you mean { $near }?
letter-no-copy = Please note: no coordinator in service has an e-mail address that can be used. Clause 6 asks that the coordinator gets the report too.
letter-written = Written: { $path }
