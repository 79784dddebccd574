package dev.parley.core.reading;

/** English phrases. How they are written: {@link Notation}; what the headings mean: {@link Section}. */
final class English {
    static final String PHRASES = """
        $we = i | we
        $us = me | us
        $our = my | our
        $am = i am | i'm | im | we are | we're
        $would = i would | i'd | we would | we'd
        $thats = that is | that's | thats | this is | it is | it's
        $very = very | really | perfectly | totally | all | absolutely | completely | quite | just | so
        $unit = credit | credits | point | points
        $price = [the | these | those | your] #amount [$unit]
        $quote = quote | quotation | offer | price | estimate | proposal | cost | costs | assessment
        $named = [number] #quote | version #version
        $offer = (the | your | this | that) [new | updated | revised | latest] ($quote | [price] quote) [$named] \
        [(of | for | over) $price]
        $it = it | this | that | $offer | $price | $named
        $task = [on | for] (this | the | that) (ticket | request | issue | case | task | job | work)
        $now = now | right away | straight away | asap | as soon as possible | immediately | at once | whenever \
        you are ready | when you are ready | when ready | as (quoted | offered | proposed | described | outlined \
        | suggested | agreed | planned | estimated) [in (the | your) $quote] | as per (the | your) $quote | on \
        that basis
        $yes = yes | yep | yup | yeah | yea | yess | yesss | yea | aye
        $good = good | great | perfect | fine | ok | okay | reasonable | fair | excellent | wonderful | awesome | \
        brilliant | super | cool | lovely | nice | fantastic | alright | acceptable | amazing | terrific | ideal \
        | splendid | delightful | accurate | true | exact | exactly right | in order | all right | better
        $all = everything you have | [all] (that | the | this) info | everything | all | all (of that | of this | \
        that | this | of it) | those | they | these | [all] (the | those | these) (details | infos) | (the | that \
        | this) (info | information) | [all] the (details | information) you have
        $side = from ($our (side | end) | $us) | on $our (side | end) | for $us | by $us | with $us
        $with = with ($it | the (change | changes | modification | modifications) | [the] (order | booking | \
        reservation | purchase) | the work | the implementation | the job | the task | the ticket | the request)
        $go = go ahead [and (start | proceed | begin | confirm | (do | book | order | implement | process) (it | \
        this | that) | do so)] [$with] | proceed [$with] | go for it | go on [$with] | carry on | continue \
        [$with] | move (ahead | forward) [$with] | start [$with | working [on (it | this | that)] | the work | \
        work | it | this] | get started [$with] | begin [$with | the work | work | working [on (it | this | \
        that)]] | get going | do (it | this | so) | do the work | implement (it | this | that) | carry (it | \
        this) out | make it so | make it happen | take care of it | get it done | (process | accept) $offer | go \
        (ahead | forward)

        == yes
        $yes [$yes]
        $yes [,] (it is | that is | this is | i do | we do | i would | we would | they are | you are | i am | we \
        are | it does | i'm sure | i am sure) [thanks | thank you | thank you very much] #end
        $yes [,] (sir | ma'am | mam | madam)
        (sure | surely | ok | okay | alright | fine) [,] ($thats [$very] (fine | ok | okay | acceptable) | (that \
        | it | this) (would | will) (work | do | be fine | be ok) | this works | that works)
        indeed [,] [yes] (i do | i am | we do | we are | it is) #end | $yes [,] [please] confirm [it | that | \
        this] | $yes [,] [please] do (it | this | that)
        (that | it | this) suits $us [very] [well | fine] | $yes [,] i (like (it | that) | would like to confirm \
        | want to do (it | that | this) | want that)
        $yes [,] i ((want | need) (it | that | this)) | $yes [,] [it | that] (is | would be) [$very] $good [for \
        $us]
        absolutely | definitely | certainly | of course | by all means | affirmative
        [please | please do | do | then | and | so | just] $go [$task] [please] [$now]
        please do [so | it | this | that]
        (you may | you can | you are free to | feel free to | you have $our (ok | okay) to | you should) [now | \
        please | gladly] $go [$task] [$now]
        (let's | lets | let us) ($go | go | do (it | this)) [$task] [$now]
        ($would like | $we want | $we wish) [you] to (go ahead [$with] | proceed [$with] | accept $it | approve \
        $it | order | start [$with] | have (it | this) done)
        [$am] (happy | ready | glad | pleased) (for you to $go | to $go | to accept $it | to approve $it)
        [please | you can | you may] consider this ([as] $our (approval | confirmation | acceptance | agreement | \
        ok | go ahead) | a yes)
        [please | you can | you may] consider (it | this | that | $offer) (approved | accepted | agreed | \
        confirmed)
        $we [do | hereby | gladly | happily | fully | herewith | both] [hereby] (agree | agree (to | with | on) \
        [all of] $it | (accept | approve | confirm | authorize | authorise) [[all of] $it]) [$task] [$side]
        $we (have approved | approved | have accepted | accepted | have agreed to) $it [$task]
        [all | fully | hereby | herewith] (approved | accepted | agreed | confirmed | authorized | authorised) \
        [by $us] [$it | $task] [$side]
        ($it | $offer | $quote) (is | are) [hereby | fully | herewith] (approved | accepted | agreed | confirmed) \
        [by $us] [$side]
        $thats [hereby] (approved | accepted | agreed | confirmed)
        $quote [$named] (approved | accepted | agreed | confirmed)
        approve [$it] [$task] | accept [$offer | #quote]
        you have $our (approval | ok | okay | go ahead | permission | consent | authorization | agreement)
        [you have] [the | a] green light [from $us | $side] | permission granted | [we are | we are all] good to \
        go
        [$thats | that | it | this | $offer | $offer that] [all | also] works [fine | well | great] for $us
        [that | it] suits ($us) [well | fine]
        [$thats | $offer is] [$very] (fine | ok | okay | good | alright | all right | perfect | great | \
        acceptable | agreeable) (for | with | by) $us
        $am [$very] (fine | ok | okay | good | in agreement | on board) with ($it | everything) | $am [$very] \
        (happy | pleased) with ($offer | $price)
        [yes] $price (is | are) [$very] (fine | ok | okay | acceptable | good | alright | agreed | accepted) [for \
        $us | with $us]
        (ok | okay | yes | fine | agreed | approved) (for | to | with) $it
        no objections (from | on) $our (side | end) | no objection (from | on) $our (side | end)
        (please | you (can | may)) (charge | deduct | use | debit | reserve | take) $price [for (it | this)] \
        [$side] [$task]
        $we ((have discussed | discussed | have reviewed | reviewed | have checked | checked) (it | this | \
        $offer) [internally | together | with $our team] and [$we] (agree | approve | accept | approve it | \
        accept it))
        [$thats | my answer is | the answer is | our answer is | $we say] [a] [clear | definite] yes [$side]
        ($thats | that sounds | sounds) [$very | exactly] (correct | right) | [$very | exactly] correct
        [that | it | this | that all | this all | it all] sounds [$very] ($good | like a (good | great) plan | \
        like a plan) [to $us]
        (that | it | this) (would | will) be [just | very | really] (good | great | perfect | awesome | lovely | \
        wonderful | nice | amazing | fantastic | ideal | cool) [for $us] | (that | it | this) (would | will) (be \
        [just] (fine | ok | okay) | work) for $us | (that | it | this) (would | will) be just fine
        that'll be (great | perfect) [for $us] | that'll work for $us | that'd be (great | perfect)
        (you are | you're | youre) [$very] (right | correct)
        [$thats] [all] (confirmed | ok | okay | correct | approved | good | fine) to (proceed | go | go ahead | \
        start) [further]
        $we confirm [that] ($all | it all) | $thats [just | absolutely | really] perfect [for $us]
        (that | it | this) (would | will) be fine [for $us | with $us]
        [$thats | it's a] deal
        $yes [,] [please] (order | book) (it | this | that) [please] | (i'll | we'll | i will | we will) take it
        [$thats | $thats a] done deal

        == weak
        ok | okay | okey | okie | okey dokey | k | kk | okidoki | alright | all right | right | fine | sure | \
        sure thing
        [$thats | that all | that | it | this | this all | everything | all | $offer] (sounds | looks | seems | \
        is | are | sound | look) [$very | about | pretty] [like a] ($good | plan | good plan | right | correct) \
        [to $us | for $us]
        [the | your | this | that] $quote is [$very] $good
        $all [is | are] [all | $very] ($good | right | correct) | you (got | have got | have | finally got | \
        nailed) (it | that | everything | all of that) [all] [right | correct | correctly] | you've got (it | \
        that | all of that) [right]
        $thats [just] the (one | plan | ticket | right one | best) | (that | it) (fits | works out | suits $us) \
        [well | fine | perfectly | great] [for $us] | spot on | makes sense
        [$thats] [$very] $good [for $us | with $us | by $us]
        (that | it | this) (would | will) (be [just | very] (fine | ok | okay) | work | do) [for $us] | $am good \
        to go
        that'll (work | do | be fine) | that'd be fine | $am [$very] happy with ($it | everything)
        (that | this) works [well | fine | great | perfectly]
        [that | it] suits | exactly | indeed | precisely | no objection | no objections | good choice
        $thats [exactly] (it | what $we (want | need | wanted | asked for | said) #end)
        you got it [right] | $we do #end | $would like (that | it) #end | i'm sure
        $our (boss | manager | supervisor | lead | team | management | director) (said yes | approved [it | this] \
        | agreed | agrees | has approved [it | this] | has agreed | is ok with it)
        all (good | set | clear | fine) | understood | makes sense | true | positive | agreed then

        == doubt
        (yeah | yea | sure | ya) [,] right | sure [,] sure | as if | why not | whatever | i guess | oh sure

        == courtesy
        $thing = quote | offer | reply | response | answer | info | information | assessment | estimate | update \
        | details | message | mail | email | help | support | explanation | clarification | quotation | feedback \
        | proposal | work | effort | time | assistance
        $thanks = thanks [so much | a lot | a bunch | very much | again | a million] | thank you [so much | very \
        much | again | kindly] | many thanks | thx | tnx | thanx | ty | cheers | thank u | much appreciated | \
        thanks and regards | much obliged | thank you and regards
        please | pls | plz | kindly | [and | so | then] $thanks [#to | #from]
        $thanks [(for | on) (your | the | this | that | all the | all your) [very] [quick | fast | swift | prompt \
        | detailed | clear | good | kind | speedy | great] $thing | for that | for your patience | for (getting \
        back [to $us] | letting $us know | looking into (it | this)) | in advance | for (checking | asking | \
        clarifying) | for the quick turnaround]
        $thanks for (quick | fast | swift | prompt | detailed | clear) $thing
        and | so | then | well then | no problem | no problem at all | no worries | not a problem
        $hi = hi | hello | hey | good (morning | afternoon | evening | day) | greetings | morning
        $hi [team | all | everyone | everybody | there | support [team] | folks | guys | sir | madam | sir or \
        madam | again | both]
        ($hi | dear) [(mr | mrs | ms | miss) [.]] #to
        dear (team | all | support [team] | sir | madam | sir or madam | sirs | colleagues)
        (this is | i am writing | i'm writing | just [writing]) to confirm [that] | i would like to confirm that
        sir | madam | team | guys | folks
        hope (you are | this finds you | all is) (well | good | doing well)
        i hope (you are | this (mail | email | message) finds you | all is) (well | doing well)
        sorry for (the | my | our) (late | delayed | slow) (reply | response | answer)
        $task | $side | $named | [for | at | of] $price
        $we look forward to (it | the result | the results | your work | working with you | hearing from you)
        [$am] looking forward to (it | the result | the results | your work | working with you | hearing from \
        you)
        $bye = [kind | kindest | best | warm | warmest] regards | best [wishes] | all the best | sincerely | \
        sincerely yours | yours sincerely | yours faithfully | yours truly | yours | cheers | rgds | br | kr | \
        have a (nice | good | great) (day | weekend | evening | one) | regards | respectfully | take care
        $bye [#from]
        $we can't wait | keep up the good work | $we (have | got) no [further | more | other] questions | no \
        [further | more] questions

        == timing
        $done = done | ready | finished | completed | complete | implemented | fixed | live | delivered | \
        deployed
        $work = it | this | that | the work | the implementation | everything | the job
        [and | by the way] (when | by when | how soon | until when) (will | can | could | would | should | is | \
        do) ($work be $done | (you | we | i) (start | begin | expect ($work | the result | it $done | it to be \
        $done) | have (it | $work [$done]) | be $done | finish)) [?]
        [and | please] let (me | us) know when (it is | you are | $work is | it will be) ($done)
        [and] (can | could) you [please] (tell | let) (me | us) [know] when (it | $work) (will be | is) $done [?]

        == no
        $dont = do not | don't | dont | can not | cannot | can't | cant | will not | won't | wont | would not | \
        would rather not | wouldn't | am not able to | are not able to | are unable to
        no | nope | nah | no way | no thanks | no thank you | no go | no deal | never | not ok | not okay
        not (accepted | approved | agreed | confirmed | interested | acceptable | needed | necessary | good | \
        fine | possible | for us | at that price | at this price | worth it)
        [(sorry | unfortunately | i'm afraid | i am afraid) [,] [but]] $we $dont [want to | wish to | wanna] \
        (accept | approve | agree | confirm | authorize | want | need | proceed | continue | go ahead | order | \
        pay | like) [to | with | for] [$it | any] [any more | anymore | any longer] [with] [$it]
        $we (do | would) not [want | like | wish] to ($go | accept $it | approve $it) | (let's | lets) not [$go]
        [please] (do not | don't | dont) [bother] [$go | proceed | do (it | that)] [with it]
        [$thats | it | that | $offer is | this] [is] (not (ok | okay | fine | acceptable | good | possible | for \
        us) | isn't (ok | acceptable) | too expensive | too much | way too (much | expensive) | over [our] \
        budget) [for us]
        $price (is | are) too (much | expensive)
        [please] (cancel | stop | decline | reject | withdraw | abort) [$it | $task | the ticket | everything] \
        [please]
        (cancelled | canceled | declined | rejected | refused | denied) [by us]
        $we (decline | reject | refuse) [$it] | $am not interested [in $it] | $am going to (decline | pass)
        (i'll | we'll | i will | we will) (pass | decline | skip it | skip this) [on $it]
        [please] (close | drop) (the | this) (ticket | request | case) | forget (it | about it) | never mind | \
        nevermind
        thanks but no thanks | thanks anyway | absolutely not | certainly not | definitely not | \
        of course not

        == counter
        $cue2 = for | do | at | offer | take | accept | pay | to
        $cue2 #other [$unit] (instead | and | then | max | for (it | this | that) | we would | i would)
        $cue = for | at | to | about | around | max | maximum | only | just | under | below | offer | pay | than \
        | accept
        [$cue] [$cue] #other [$unit] #end
        $cue [$cue] #other $unit | #other $unit [max | maximum | instead | at most]

        == condition
        if | unless | provided [that] | providing | as long as | only (when | after | once | then) | once | \
        assuming | on [the] condition | under the condition | subject to | in case | except | depending | depends \
        | whether | otherwise | else | given that | so long as | supposing | conditional | conditionally | \
        contingent | pending

        == postpone
        later | not yet | not now | wait | hold | hold on | hold off | postpone | postponed | delay | defer | \
        until | till | tomorrow | next (week | month | year | quarter) | monday | tuesday | wednesday | thursday \
        | friday | saturday | sunday | soon | maybe | perhaps | think | guess | suppose | probably | possibly | \
        might | not sure | unsure | come back to you | get back to you | let you know | (will | i'll | we'll) \
        (check | decide | confirm | see) | after | before | first | pause | january | february | march | april | \
        june | july | august | september | october | november | december | today | tonight | weekend | eventually \
        | someday | sometime | afterwards

        == delegate
        boss | manager | colleague | finance | procurement | management | accounting | purchasing | director | \
        cfo | ceo | ask | check with | talk to | forward | forwarded | approval from | someone | somebody | must \
        approve | has to approve | needs to approve | needs approval | i need approval | out of office

        == change
        but | however | although | though | only | just | instead | without | except | also | additionally | \
        another | other | different | change | add | remove | plus | minus | rather | partly | partially | half | \
        part | cheaper | less | more | first item | expensive | discount | reduce | still | yet | besides | too | \
        as well | extra

        (version | revision | $quote | ticket | number | no) #other

        == negation
        not | never | none | nothing | nobody | neither | nor | dont | don't | do not | doesn't | didn't | cannot \
        | can't | cant | won't | wont | wouldn't | isn't | aren't | wasn't | shouldn't | no longer | hardly | \
        disagree | yeah right | yeah sure | as if | just kidding | kidding | joking | sike | psych | ironically | \
        sarcasm | sarcastic | jk | unacceptable | refuse | revoke | retract | undo | mistake | wrong | ignore | \
        disregard

        == ask
        what | why | who | whom | whose | which | where | how | can you | could you | would you | will you | is \
        there | is it | are you | are there | do you | does it | did you | should we | shall we | may i | can we \
        | can i | do we | is the | is this | is that

        == words
        a | about | above | again | all | almost | already | always | am | among | an | and | any | anymore | \
        anyway | anything | apart | are | around | as | aside | at | away | back | bad | be | because | been | \
        being | below | beside | best | better | between | beyond | both | by | call | came | cancellation | case \
        | close | come | did | does | doing | done | down | during | each | earlier | early | either | end | \
        enough | even | ever | every | everyone | everything | fail | failed | false | far | few | find | fix | \
        for | forget | from | full | further | gave | get | give | given | got | gotten | had | has | have | \
        having | he | help | her | here | him | his | hour | hours | day | days | week | weeks | month | months | \
        year | minute | minutes | idea | in | inside | into | issue | it's | its | itself | keep | kept | know | \
        last | late | least | leave | let | like | little | long | look | lost | made | make | many | mean | \
        meant | me | most | much | must | my | myself | name | need | needs | new | next | now | of | off | often \
        | old | on | one | once | onto | open | or | order | others | our | ours | out | over | own | paid | pay \
        | people | please | prefer | previous | problem | put | question | quickly | quit | quite | ready | \
        really | reason | regarding | rejection | request | respond | said | same | saw | say | says | see | seem \
        | seems | send | sent | several | shall | she | should | show | since | some | something | somewhat | \
        stopped | such | take | taken | talk | tell | than | that | the | their | them | then | there | therefore \
        | these | they | thing | things | this | those | three | through | thus | ticket | time | times | to | \
        together | told | took | toward | try | two | under | unfortunately | unlike | up | upon | urgent | us | \
        use | used | using | usual | usually | version | via | view | want | wanted | was | way | we | well | \
        went | were | while | will | wish | with | within | work | worked | working | would | yesterday | you | \
        your | yours | nonetheless | nevertheless | notwithstanding | regardless | void | invalid | expired | \
        expire | outdated | superseded | four | five | six | seven | eight | nine | ten | twelve | fifteen | \
        twenty | thirty | euro | euros | dollar | dollars | free | zero | ps | fyi | btw | nb | note | re | fw | \
        fwd | subject | date | disapprove | disapproved | disagreed | cancelling | canceling | stopping | \
        rejecting | declining | refusing | waiting | pending | approval | confirmation | permission | decision | \
        undecided | uncertain | doubt | doubtful | hopefully | allegedly | supposedly | apparently | actually | \
        seriously | whatever | whichever | whoever | somehow | anyhow | sorry | apologies | oops | ha | haha | \
        lol | hmm | hm | uh | um | ugh | er | eh | huh | hah | meh | ironic | never
        """;

    private English() {}
}
