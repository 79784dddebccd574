package dev.parley.core.reading;

/** What people mix into any language; part of every lexicon. */
final class International {
    static final String PHRASES = """
        == yes
        [please] (approve | approved | approval | accept | accepted) [:] #quote [please]

        == weak
        ok | okay | okey | 👍 | 👌 | ✅ | ✔ | 🆗 | 💯 | 🎉 | 🚀

        == courtesy
        $hi = hi | hello | hey | hallo
        $hi [#to] | (thanks | thank you | thx | merci) [#to | #from] | [please | pls] (thanks | thank you | thx)
        [best | kind] regards [#from] | cheers [#from]
        sent from my (iphone | ipad | phone | mobile | android | samsung galaxy | galaxy | mobile phone | \
        blackberry) | get outlook for (ios | android) | sent from outlook for (ios | android) | sent from mobile
        🙂 | ☺ | 😊 | 🙏 | 😀 | 😃 | 😄 | ❤ | ☀ | 🤝 | 👋

        == no
        👎 | ❌ | 🚫 | ⛔
        """;

    private International() {}
}
