#!/usr/bin/env bash
# Writes docs/quality.md: how well Parley reads labelled replies and real mail. Started by ./parley quality, which
# hands in JAVA_HOME and MAVEN. The corpora are looked for in PARLEY_SHARED, else in a folder "shared" beside a parent.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
readonly page="$root/docs/quality.md"
readonly modules=bot/core,adapters/mail

say() { printf '%s\n' "$*" >&2; }

find_shared() {
    local at=$root
    if [ -n "${PARLEY_SHARED:-}" ]; then
        printf '%s' "$PARLEY_SHARED"
        return
    fi
    while [ "$at" != / ]; do
        at=$(dirname "$at")
        if [ -d "$at/shared/corpus" ]; then
            printf '%s' "$at/shared"
            return
        fi
    done
}

shared=$(find_shared)
if [ ! -d "$shared/corpus/mail" ] || [ ! -d "$shared/corpus/language" ]; then
    say "parley: the corpora are not on this machine: there is no folder shared/corpus beside the project, and"
    say "PARLEY_SHARED names none. Nothing was measured; docs/quality.md stays as it is."
    exit 2
fi

# scores MODULE CLASS: runs a scorer of the module's tests and prints its Markdown table.
scores() {
    (cd "$root/$1" && "$JAVA_HOME/bin/java" -Dparley.shared="$shared" -Dfile.encoding=UTF-8 \
        -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" "$2")
}

# classes FILE: how often each class occurs in the lines of explain, as rows of a table.
classes() {
    sed -n 's/^{"file":"[^"]*","class":"\([a-z_]*\)".*/\1/p' "$1" | sort | uniq -c | sort -rn \
        | awk '{ printf "| %s | %d |\n", $2, $1 }'
}

say "Building the scorers ..."
(cd "$root" && MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow "$MAVEN" -B -q -Dstyle.color=never -pl "$modules" -am test-compile dependency:build-classpath -Dspotless.check.skip=true \
    -Dcheckstyle.skip=true -Dmdep.outputFile=target/test-classpath.txt -Dmdep.includeScope=test >&2)

"$root/parley" build  # before its time is taken
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "Explaining every file of the mail corpus ..."
begun=$(date +%s)
"$root/parley" explain --json "$shared/corpus/mail" > "$work/explained" || say "Some files could not be read."
seconds=$(($(date +%s) - begun))
files=$(find "$shared/corpus/mail" -type f | wc -l)
say "Scoring replies to quotes ..."
scores bot/core dev.parley.core.reading.ReadingScores > "$work/reading"
say "Scoring the separation of new text from quotes and signatures ..."
scores adapters/mail dev.parley.mail.text.ReplyScores > "$work/text"
say "Scoring what kind of mail it is ..."
scores adapters/mail dev.parley.mail.read.CorpusScores > "$work/kinds"

cat > "$work/page" << PAGE
# How well Parley reads

Written by \`./parley quality\` on $(date -u +%Y-%m-%d) at commit $(git -C "$root" rev-parse --short HEAD). Do not edit what
stands above “Measured otherwise”; run it again. It measures on the corpora of a folder \`shared\` beside the project, which are not part of the repository; without
them the command says so and changes nothing. The rules were written with these corpora at hand, so the numbers say how
well Parley reads what it was made for. On mail it has not seen it will do somewhat worse: only a test set kept aside
can say by how much.

## Every file of the mail corpus through \`explain\`

$(wc -l < "$work/explained" | tr -d ' ') lines for $(echo "$files" | tr -d ' ') files in $seconds s on $(nproc 2> /dev/null || sysctl -n hw.ncpu) cores, start of
the JVM included. Files that are no mails (expected results, notes) are among them and are read like a text somebody
sent.

| class | files |
|---|---:|
$(classes "$work/explained")

## Replies to a quote

The promise is the column *false*: no text that is no yes may be read as one, because a yes costs money. *At most* is the
upper end of what the true rate may be (95 %, Wilson, or the rule of three where nothing was found). A yes that is not
found is asked back and costs a mail; *recall* has its 95 % interval. *Yes, when?* is a yes with a harmless question
beside it, which is wanted. *Left out* are texts that carry both labels in the corpora, or a wrong one.

$(cat "$work/reading")

The sets \`sgd\`, \`clinc\`, \`circa\`, \`multidogo\` are dialogues with other systems, not replies to quotes: they show what is
wrongly taken for a yes far more than what is missed. Intervals are wide where a set is small (\`quote_replies\`).

## New text, quotes, signatures and forwards

A case is right when every one of its checks holds. The sources disagree on purpose (some keep signatures, some strip
them), so no tool can have all of them; rows are not to be added up. *Lost text* counts cases with a line of the mail
that stands in none of the parts, which must never happen.

$(cat "$work/text")

## Bounces, automatic mail, recipients, texts

$(cat "$work/kinds")

Bounce cases come from one project's collection and lean to what mail servers say, less to what people forward; the rows
of false alarms count mails of other collections that are read as a bounce.
PAGE
# What was measured otherwise stays as it was written by hand.
sed -n '/^<!-- by hand -->$/,$p' "$page" > "$work/by-hand"
{ cat "$work/page"; echo; cat "$work/by-hand"; } > "$page"
say "Written: docs/quality.md"
