# Notices to staff. A notice names the number of a case and what is to be done, and nothing private.

notice-subject = { $count ->
        [one] Complaints: one deadline needs your attention
       *[other] Complaints: { $count } deadlines need your attention
    }
notice-subject-events = Complaints: { $count } messages for you
notice-subject-event = Complaints: { $what }
notice-dear = Dear { $name },
notice-heading-event = New:
notice-heading-overdue = Overdue:
notice-heading-near = Coming up:
notice-overdue = { $what }. The last day was { $day }. { $days ->
        [one] That is 1 day late.
       *[other] That is { $days } days late.
    }
notice-near = { $what }. { $days ->
        [0] The last day is today, { $day }.
        [one] The last day is tomorrow, { $day }.
       *[other] The last day is { $day }, in { $days } days.
    }
notice-measure = measure { $number }
notice-end = This message was made by the complaints register. The site says more.

notify-done = { $count ->
        [0] There is nothing new to tell.
        [one] One message written to { $outbox }.
       *[other] { $count } messages written to { $outbox }.
    }
notify-sent = { $count ->
        [0] There is nothing new to tell.
        [one] One message sent.
       *[other] { $count } messages sent.
    }
notify-refused = The message to { $person } is refused. { $reason } If it is because of the e-mail address, put it right in staff.yaml.
notify-left = { $person } is not in service any more. What was refused there before is dropped; the deadlines go to whoever takes over.
notify-later = The message to { $person } could not go now. { $reason }
notify-down = Sending did not work now. { $reason }
notify-vanished = A message to { $person } vanished from the queue and was never sent.
notify-waiting = { $count ->
        [one] One message is kept and goes out next time.
       *[other] { $count } messages are kept and go out next time.
    }
smtp-answer = The mail server { $server } says: "{ $reason }".
smtp-away = The mail server { $server } cannot be reached ({ $reason }).
smtp-timeout = The mail server { $server } gives no answer within { $seconds } seconds.
smtp-stopped = The mail server { $server } broke the connection ({ $reason }).
smtp-encryption = The connection to the mail server { $server } is not encrypted ({ $reason }). If the server has a certificate of its own, name it in klacht.smtpCaFile.
smtp-login = The mail server { $server } does not let the user in: "{ $reason }". Are user and password right?
smtp-7bit = The mail server { $server } takes only messages without letters such as é.
smtp-no-address = There is no usable e-mail address in staff.yaml.
smtp-setting = The mail server's setting { $name } cannot be "{ $value }". tls is required, starttls or none; port and timeout (in seconds) are numbers.
smtp-no-host = The setting for the mail server (KLACHT_SMTP_HOST or klacht.smtpHost) is empty. Fill in the name of the server, or take the setting away: messages then go into a directory.
smtp-plain = Without encryption (tls = none) mail goes only to a mail server on this very machine, not to { $host }. Choose starttls or required.
smtp-no-password = There is a user for the mail server but no password. Put it into KLACHT_SMTP_PASSWORD, or name a file in KLACHT_SMTP_PASSWORD_FILE or klacht.smtpPasswordFile.
smtp-file = { $path }, which the settings of the mail server name, cannot be read: { $reason }
notify-unreachable = { $person } has no usable e-mail address in staff.yaml. Once it is there, the message goes out after all.
notify-no-copy = { $person } gets no copy: staff.yaml has no usable e-mail address.
notify-nobody = Nobody can be told of: { $what }. No coordinator is in service, or the case cannot be read. Once that is put right, the message goes out after all.
notify-no-sender = procedure.yaml has no usable e-mail address (organisation: email) to send messages from.
notify-no-ledger = This register does not lie in a git repository. Say with --ledger in which file is kept what was sent.

event-instead = This message was for { $person }, who is not in service any more. See to it that somebody takes it over.

event-received = new complaint
event-received-then = Hand the complaint over to a handler.
event-assigned = complaint handed over to you
event-assigned-then = You are the handler now. Send the complainant the acknowledgement.
event-assigned-under-way = complaint handed over to you
event-assigned-under-way-then = You are the handler now. The complainant has an acknowledgement already; the site says how far handling is.
event-taken-over = complaint handed over to somebody else
event-taken-over-then = You are no longer its handler.
event-refused = complaint not taken up
event-refused-then = The case can be closed.
event-heard = your reaction was recorded
event-heard-then = Read the description that the handler shows you, and say whether you agree with it (step agreed). If you have not had it yet, ask for it.
event-agreed = the employee concerned has answered the description
event-agreed-then = You can go on with the investigation.
event-disagreed = the employee concerned does not agree with the description
event-disagreed-then = Change it together (another step heard), or let the difference stand and weigh it in your decision.
event-measure = measure that you see to
event-measure-then = The site says what you do and by when.
event-reported = report sent
event-reported-then = The report to you comes from the handler. If you did not get it, ask for it.
event-carried-out = measure carried out
event-carried-out-then = See whether all that was agreed with the complainant is now done.
event-closed = case closed
event-closed-then = Only preventive measures can still be open.
event-appealed = appeal made
event-appealed-then = The client has taken the complaint to the principal.
event-withdrawn = complaint withdrawn
event-withdrawn-then = The case can be closed.
event-reopened = case opened again
event-reopened-then = Handling goes on.
event-analysis = yearly analysis { $year } recorded
event-analysis-line = Yearly analysis { $year }: recorded. It is part of the quality policy; read it on the site.
