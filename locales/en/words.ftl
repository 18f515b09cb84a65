# Words of the case file: steps, stages, roles, choices.

step-received = receipt
step-assigned = hand-over
step-contacted = enquiry
step-acknowledged = acknowledgement
step-refused = refusal
step-extended = extension
step-heard = hearing of the employee
step-agreed = employee's declaration
step-decided = verdict
step-offered = offer
step-answered = answer to the offer
step-resolved = solution
step-reported = report
step-prevention = prevention
step-carried-out = measure carried out
step-surveyed = satisfaction survey
step-evaluated = judgement of a measure
step-closed = closing
step-appealed = appeal
step-appeal-concluded = end of the appeal
step-withdrawn = withdrawal
step-reopened = reopening
step-corrected = correction
step-waived = waiver

stage-received = received
stage-assigned = assigned
stage-acknowledged = under investigation
stage-decided = decided
stage-offered = offer made
stage-resolved = solved
stage-reported = reported
stage-refused = refused
stage-withdrawn = withdrawn
stage-closed = closed

who-anyone = any member of staff
who-coordinator = the complaints coordinator
who-handler = the handler
who-employee-concerned = the employee concerned
who-measure-owner = the owner of the measure
who-author = who took the step

role-coordinator = complaints coordinator
role-handler = handler
role-administrator = administrator

state-met = in time
state-late = late
state-due = running
state-due-soon = due soon
state-overdue = overdue
state-void = void
recorded-later = { $day }, recorded { $late } later
recorded-after-last-day = recorded on { $day }, { $late } after the last day

level-violation = error
level-breach = breach
level-overdue = overdue
level-warning = note
level-due = due soon

channel-letter = letter
channel-email = e-mail
channel-phone = telephone
channel-in-person = in person

complainant-client = client
complainant-principal = principal

body-employer = employer
body-uwv = UWV
body-municipality = municipality
body-insurer = insurer
body-other = other principal

agreement-agrees = agrees
agreement-disagrees = disagrees

verdict-founded = founded
verdict-partly-founded = partly founded
verdict-unfounded = unfounded
verdict-no-verdict = no verdict

severity-minor = minor
severity-moderate = moderate
severity-serious = serious

responsibility-organisation = organisation
responsibility-employee = employee
responsibility-third-party = third party
responsibility-complainant = complainant
responsibility-none = nobody in particular

offer-correction = correction
offer-redress = redress
offer-replacement-service = replacement service

answer-accepted = accepted
answer-rejected = rejected
answer-no-answer = no answer

trigger-complaint = this complaint
trigger-analysis = yearly analysis

satisfaction-satisfied = satisfied
satisfaction-partly = partly satisfied
satisfaction-dissatisfied = dissatisfied
satisfaction-no-answer = no answer

effect-improved = improved
effect-unchanged = unchanged
effect-worse = worse

appeal-outcome-upheld = client was right
appeal-outcome-partly-upheld = client was right in part
appeal-outcome-rejected = rejected
appeal-outcome-settled = settled
appeal-outcome-withdrawn = withdrawn
