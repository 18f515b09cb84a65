# The history: what a commit may do, who may make it, and what may be pushed.

# What has to happen first with a commit that was made already: it was refused when it was pushed, and is still in the clone.
-back = If the commit was made already, keep a copy of what you still need outside the register, and first run klacht undo, as often as it takes to take it back.
-undone = If the commit was made already, klacht undo puts everything back as it was; run it as often as it takes to take the commit back.
-anew = If the commit was made already, git rebase --keep-base --exec "git commit --amend --reset-author --no-edit" makes it anew, with all that you have not sent yet.
-amend = If the commit was made already and is your last one, change the message with git commit --amend. If it is not the last, run klacht undo as often as it takes to take it back, and record everything again.

H02 = Nobody has said from which commit on the history is trusted. The first point here is { $root }.
    .title = No point where trust begins
    .what = Whoever checks a history has to know from which point. That point may not come from the history itself: whoever forges it would choose the beginning too.
    .fix = Set the beginning with git config klacht.trustRoot and the id of the commit, or give it with --trust-root. On a server the administrator does this.

H03 = The commit { $root } where trust begins is not in the history of { $tip }.
    .title = Another history
    .what = The history does not begin at the point that was set. It was written anew, or it is that of another register.
    .fix = Fetch the history from the server again and put your own work on top of it. If the beginning itself is wrong, such as a commit that was never sent, run klacht hooks install --trust-root with the id that the administrator names: on the server git config klacht.trustRoot shows it.

H04 = Nothing may be pushed to { $ref }. The register is on { $branch }.
    .title = Wrong place to push to
    .what = Only the register's branch is checked. Tags, notes, replacements and other branches can show another register, or come along unnoticed later.
    .fix = Push your work to the register's branch. If another branch is needed, for source code perhaps, the administrator allows it with git config klacht.allowRef.

H05 = The register's branch { $branch } may not be deleted.
    .title = Register deleted
    .what = With the branch the whole history of the complaints would go.
    .fix = Leave the branch alone. If this was a mistake, nothing has happened: the server refused it.

H06 = What was shared is no longer in the history of { $branch }.
    .title = History rewritten
    .what = The new history does not go on where the old one ended: a commit was changed, left out or put in between. What was shared stays.
    .fix = First fetch the history from the server and put your own commits behind it, with git pull --rebase. Never push with --force.

H07 = { $known ->
    [0] The server does not say who pushes this ({ $variable } is empty). Then nothing is accepted.
   *[other] This commit is by { $author }, but was pushed by { $pusher }.
}
    .title = Pushed by somebody else
    .what = On this server everyone pushes their own steps. That makes sure that the name at a step is right, even without a signature.
    .fix = Let the person who recorded the step push it too. If git has the wrong name, take the step back with klacht undo, then set your address with git config user.email, and record the step again. If the server does not know who you are, ask the administrator.

H08 = This is { $size } MB at once, and { $most } MB is allowed.
    .title = Too much at once
    .what = A limit keeps the server usable and keeps a mistake, such as a film, from standing in the history for ever.
    .fix = Take the step with the large file back with klacht undo, and record it again with a smaller scan. If it is many steps together, give klacht sync: it sends them one by one. If it is really needed, the administrator raises git config klacht.maxPush.

H09 = { $header ->
    [message] The message of the commit is not stored as UTF-8.
    [message-long] The message of the commit is longer than 64 KiB.
    [message-characters] The message of the commit holds characters that show something else than is there.
    [name-characters] The name of whoever made the commit holds characters that show something else than is there.
   *[other] The commit has a line "{ $header }" that does not belong in it.
}
    .title = Odd data in the commit
    .what = A commit has fixed data in a fixed order. Anything else can hide who made it, or make a signature seem right that is not.
    .fix = Let git store the text as UTF-8, with git config --unset i18n.commitEncoding, and use plain git commit. If it is the name or the message, type it anew: the name with git config user.name, the message with git commit --amend. { -anew }

H10 = The commit is of { $date } { $at }, before the commit that it follows ({ $parent } { $parent_at }).
    .title = Commit before its predecessor
    .what = The commits of the register stand in the order of time. One that is earlier than its predecessor was dated back, or made with a clock that is slow.
    .fix = Set the clock of your computer. If it is right, that of a colleague is fast: wait until the moment of that other commit has passed, five minutes at most. { -anew }

H11 = The commit is of { $date }, a moment that is yet to come.
    .title = Commit in the future
    .what = A commit with a time to come holds up all that follow: they would lie before it. Five minutes are allowed.
    .fix = Set the clock of your computer. { -anew } If the step itself has a day that is still to come, take it back with klacht undo and record it anew.

H12 = { $steps ->
        [0] The commit says it was written on { $date } and was committed on { $committed }. These do not go together, or the time zone does not exist.
       *[other] The step is of { $step }, but the commit says it was written as early as { $date }.
    }
    .title = Impossible author date
    .what = A commit carries two times: of writing and of committing. They may differ where work was put on top of that of others, but by no more than a week, and writing comes first. A step is written down once it is taken, not before.
    .fix = Set the clock of your computer, and give git commit no date yourself. If you changed the date of the step with git commit --amend, use git commit --amend --date=now. { -anew }

H13 = The commit was written by { $author } and committed by { $committer }.
    .title = Written and committed by two people
    .what = Whoever takes a step records it. With two names it is not clear who answers for it.
    .fix = Let the author record the step. If it was your own work, set your address with git config user.email. { -anew }

H14 = { $known ->
    [0] In the commit before this one staff.yaml is not there, or cannot be read. So it is not known of anybody what they may record.
   *[other] The address { $email } of the commit is not in staff.yaml, or with more than one member of staff.
}
    .title = Unknown author
    .what = The e-mail address tells who recorded a step. Only staff in staff.yaml record anything in the register.
    .fix = Set your address with git config user.email, exactly as it stands in staff.yaml. If you are not in it, ask the administrator. If an earlier commit made staff.yaml unreadable, take that one back first with klacht undo. { -anew }

H15 = { $author } is not in service on { $date }.
    .title = Author not in service
    .what = Somebody who is not yet or no longer in service records nothing in the register.
    .fix = Let a colleague take and record the step. { -back } If the period is wrong, the administrator corrects staff.yaml first.

H16 = { $what }
    .title = In another's name
    .what = At "by" stands who took the step or signed the yearly analysis, and that person records it. Otherwise someone could put words into another's mouth.
    .fix = Put your own id at "by", or let the other person record it. If you change the yearly analysis of somebody else, leave who signed as it is, and add your id and the day under "revised". If git has the name of somebody else, set your own, with git config user.name. { -back }

H17 = The commit changes nothing.
    .title = Empty commit
    .what = A commit without a change says something in its message that is not in the register. That confuses whoever reads it later.
    .fix = Take the commit back with klacht undo; if commits were made after it, as often as it takes to take this one back.

H18 = The merge changes the register.
    .title = Merge changes the register
    .what = A merge does not show who did what, and a step can vanish in it unnoticed. So the history of the register is one line.
    .fix = Break off the merge with git merge --abort, and fetch what others recorded with klacht sync. If the commit was made already, make one line of it with git rebase.

H19 = More than two branches were merged at once.
    .title = Merge of more than two branches
    .what = Nobody can follow a merge like that.
    .fix = Break off the merge with git merge --abort. If the commit was made already, take it back with klacht undo. Then merge the branches one by one.

H20 = The commit has no message.
    .title = No message with the commit
    .what = The message says in one line what happened, for whoever reads the history.
    .fix = Give the commit a message, such as "2026-0007 step 3: acknowledgement". { -amend }

H21 = { $number ->
    [0] The message of the commit names a step of a case, but the commit takes none.
   *[other] The message of the commit names another case or another step. It is { $case }, step { $number }.
}
    .title = Message says something else
    .what = Whoever reads the history goes by the message. It may not say anything other than what was recorded.
    .fix = Correct the message of the commit, or leave it out: after klacht hooks install git fills it in itself. { -amend }

H22 = From here on the case is not what it was. What stood there may no longer change.
    .title = Earlier text changed
    .what = A case only grows at its end. So nobody can change afterwards what happened, not even with good intentions.
    .fix = { -back } Put back only the old lines as they were, and leave the new step below them: git diff HEAD shows an old line with a - before it. Then run git add. If something was wrong, record that with a step corrected.

H23 = This commit adds { $count } steps; one at a time.
    .title = Several steps at once
    .what = Every step has its own commit, with who took it and when. With two steps in one commit that is lost.
    .fix = { -back } Then record the steps one by one. If these are old cases that the coordinator takes over, let the message of the commit begin with Import.

H24 = This commit changes more than one case: { $cases }.
    .title = Several cases at once
    .what = A commit is about one step of one complaint. That way one can follow what happened with each complaint.
    .fix = Take everything out of the commit with git reset, and add one case with git add. { -back } Then record the cases one by one. If these are old cases that the coordinator takes over, let the message of the commit begin with Import.

H25 = The commit changes a case, but takes no step.
    .title = No step
    .what = Everything in a case belongs to a step, a letter or a scan too. Otherwise nobody can see who added it and why.
    .fix = { -back } Write the step that this belongs to in complaint.yaml, and record both together.

H26 = { $path } was removed or renamed.
    .title = File removed
    .what = Nothing goes from the register. Whoever looks later must be able to find everything that others went by.
    .fix = Put the file back with git checkout HEAD -- and the name of the file. If it was renamed, also remove the other one, with git rm -f and the new name. { -undone }

H27 = { $path } was changed; an annex stays as it was.
    .title = Annex changed
    .what = An annex is what was said or sent at that moment. It may not become something else later.
    .fix = Put the old annex back with git checkout HEAD -- and the name of the file. { -undone } Record what is new with a new step.

H28 = By its name this annex belongs to step { $number }, but the commit takes step { $step }.
    .title = Annex of another step
    .what = An annex comes together with its step. So nothing is added later that was not there then.
    .fix = { -back } Give the annex the number of the step with git mv, such as 03.yaml for step 3.

H29 = { $path }: { $why }.
    .title = Not a plain file
    .what = The register consists of plain files. A link or a program can show or do something other than the reader expects.
    .fix = { -back } Replace it by a plain file. If it is one already, and is only marked as a program, do git config core.fileMode false and git update-index --chmod=-x with the name of the file.

H30 = { $path } does not belong in the register: { $why }.
    .title = Foreign file
    .what = The register holds only files that the program knows and checks. Anything else stays unseen there.
    .fix = { -back } Take the file out of the commit with git rm -r --cached and the name of the file, and put it somewhere else or give it the name that it should have.

H31 = The name { $name } is too much like another one.
    .title = Names alike
    .what = Some computers see no difference between capitals and small letters, or between two ways of writing é. One of the two files vanishes there.
    .fix = { -back } Give the new file another name, with git mv.

H32 = The directory { $path } is damaged: names are double or out of order.
    .title = Damaged directory
    .what = Ordinary programs do not make such a directory. Different programs read different files in it.
    .fix = Record the step again with plain git. { -back } If this keeps coming, ask the administrator.

H33 = The lines of this file end in the manner of Windows.
    .title = Line ends of Windows
    .what = On the server every line ends in one character. With two, every line seems changed after fetching, and the check of earlier text goes wrong.
    .fix = { -back } Do git config core.autocrlf true, so that git converts the lines itself, and add the file again with git add --renormalize and the name of the file; where it is all of them, git add --renormalize :/ does so at once.

H34 = { $what }
    .title = Mixed commit
    .what = A step, a change of staff or procedure, a yearly analysis and an import of old cases stand alone. So nobody can give themselves a right and use it in one go.
    .fix = Take everything out of the commit with git reset, and add with git add what belongs together. { -back } Record each of these apart, beginning with staff.yaml or procedure.yaml.

H35 = The step is of { $date }, but was recorded on { $committed } already.
    .title = Step after its commit
    .what = A step is recorded once it is taken, not before.
    .fix = Put the day on which it happened at "date", or record the step when the time has come. { -back }

H36 = { $author } may not change this file. An administrator does.
    .title = Change by somebody who is not an administrator
    .what = staff.yaml and procedure.yaml say who may do what. Only an administrator changes them, by the list as it was before the change.
    .fix = Put the file back with git checkout HEAD -- and the name of the file, and ask an administrator to record the change. { -undone }

H37 = This is not possible for { $who }: { $why }.
    .title = List of staff is not right
    .what = Cases refer to the people in staff.yaml for ever. So every address and every key points at one person, and there is always an administrator.
    .fix = { -back } Put the data of this person right. Whoever leaves stays in the list and gets an end date (until).

H38 = Only the complaints coordinator may import old cases.
    .title = Import by somebody else
    .what = An import brings whole cases, with steps of others. The coordinator answers for that.
    .fix = Ask the coordinator to import the cases. { -back } If this is an ordinary step, do not let the message of the commit begin with Import.

H39 = Only these may change this file: { $roles }.
    .title = Document by somebody else
    .what = The yearly analysis is the coordinator's, and the text of the procedure that of coordinator and administrator.
    .fix = Put the file back with git checkout HEAD -- and the name of the file (a new file: git rm --cached and the name), and ask one of them to record the change. { -undone }

H40 = The file { $name } has a setting that can show files of the register, or the names on its commits, other than they are.
    .title = Setting that reaches the register
    .what = With .gitattributes git can convert files when they are fetched, or keep silent about what changed in them. With .mailmap git shows another name with a commit than it has. Your screen then shows something other than the history.
    .fix = { -back } In .gitattributes, limit the line to another directory, or remove filter, ident, working-tree-encoding, export-subst, export-ignore, -diff and binary. In .mailmap, remove the lines with the address of a member of staff.

H41 = The commit is not signed, and here it must be.
    .title = Unsigned
    .what = Anybody can fill in a name in git. A signature makes sure that the commit is by the holder of the key.
    .fix = Set up signing with git config gpg.format ssh, git config user.signingKey and your public key, and git config commit.gpgSign true. { -anew }

H42 = The signature does not count: { $why }.
    .title = Invalid signature
    .what = A signature that is not right is worse than none: it creates trust that is not there. The key must be in staff.yaml at this point of the history.
    .fix = Sign with your own SSH key from staff.yaml (git config gpg.format ssh, and user.signingKey). If it is not in there, the administrator adds it first. If signing is not required, it can also be off, with git config commit.gpgSign false. { -anew }

H43 = The commit is signed with the key of { $owner } ({ $key }), who is not the author.
    .title = Signed by somebody else
    .what = Whoever takes a step signs it. Otherwise someone with a good key could write in another's name.
    .fix = Put your own name and address in git, and sign with your own key. { -anew }

H44 = { $path } is only a pointer to a file that is kept elsewhere (git-lfs).
    .title = Pointer for an annex
    .what = An annex must be in the register itself. What is kept elsewhere can vanish or change there.
    .fix = { -back } Switch git-lfs off for the register and add the annex itself.

H45 = The commit changes { $files } files; { $most } are allowed.
    .title = Too many files
    .what = A step has a few annexes. So many files point to a mistake, and nobody can go through them.
    .fix = { -back } Add only the annexes of this step, or bring scans together in one file.

H46 = By this change { $n ->
        [one] something in a case or a yearly analysis is no longer right
       *[other] { $n } things in cases and yearly analyses are no longer right
    }. The first is { $rule } in { $file }.
    .title = Change by which cases are no longer right
    .what = Staff and procedure also hold for what is there already, and nobody can change that any more. So what was right must stay right.
    .fix = Run klacht check: it names everything that is no longer right. Whoever leaves or loses a role keeps it until the day of the last step in it ("until"). A service, category or other choice that stands in a case stays. { -back }

H47 = By this change { $what }. The first is { $rule } in { $file }.
    .title = Change of what was late
    .what = What was late stays late, what was in time stays in time, and what runs keeps its last day. Another term or another day off counts for what begins after it, not for what has happened.
    .fix = Leave the old term, and add one with the same id that counts from a day on ("since"). If procedure.yaml has no terms, first copy all the terms that klacht init writes in a new directory. Another day for the yearly analysis counts from a year on ("analysis_due_since"). If there was good reason to be late, record a step waived. { -back }

H48 = The number { $case } is of a year that is still to come. The case was recorded on { $committed }.
    .title = Number of a year to come
    .what = A complaint gets a number of the year in which it comes in. A number of a later year stands with the wrong figures, and nobody can change that any more.
    .fix = Give the case the first free number of this year, in the directory and behind "case". { -back }

history-litter = it is a file of an editor or of the system
history-mode-link = it is a link to another place (symlink)
history-mode-submodule = it is a pointer to another repository (submodule)
history-mode-executable = it is marked as a program (executable)
history-mode-tree = it is a directory where a file belongs
history-mode-other = it is of a kind that does not exist
history-annex-unstaged = the annex lies there, but does not go with the commit yet
    .fix = The annex lies there already, but does not go with the commit yet. Run git add { $dir } and then commit again.
history-amend-last =
    .fix = You change the step that you recorded last and have not sent yet. Then use git commit --amend, without --reset-author or --date. If a step is added, put the old lines back as they were: git diff HEAD shows them with a - before them.
history-person-removed = whoever is once in the list stays in it
    .fix = { -back } Put the lines of { $who } back: git diff HEAD shows them with a - before them. Whoever leaves gets a last day (until, at active).
history-role-removed = whoever had a role keeps it in the list. Move a role that ends to "former_roles", with its last day: otherwise the steps of that time are wrong
history-key-twice = somebody else has the same key
history-no-administrator = no administrator is left who has no last day. From that day on nobody could change anything any more
history-no-signer = signing is required, and no administrator has a key. Then nobody could change anything any more
history-mixed = The commit does more than one kind of thing at once: { $files }.
history-import-of-known = The message of the commit begins with Import, but this case was there already: { $file }.
    .fix = If it is an ordinary step, begin the message with another word than Import. { -amend } If you import cases, leave out what was there already. { -back }
history-breaches-gone = { $n ->
    [one] a breach is one no longer
   *[other] { $n } breaches are breaches no longer
}
history-breaches-new = { $n ->
    [one] there is a breach that was none
   *[other] there are { $n } breaches that were none
}
history-deadlines-moved = { $n ->
    [one] the last day of something that runs already is another
   *[other] the last day of { $n } things that run already is another
}
history-signed-by = At "by" stands { $by }, but the commit is by { $author }.
history-name-of-other = The commit is by { $author }, but bears the name of { $by }.
history-signature-gone = The signature of { $by } was changed or taken away, and the commit is by { $author }.
history-signature-earlier = The yearly analysis was signed on { $was }, and would now be signed on { $now }.
    .fix = Leave the day of signing as it is: whether the analysis was in time does not change any more. If you change the text, add your id and today's date under "revised".
history-signature-kind = only SSH signatures are known
history-signature-unreadable = it cannot be read, or the key is of a type that is not supported
history-signature-wrong = it does not belong to this commit
history-key-unknown = the key is not in staff.yaml at this point of the history
