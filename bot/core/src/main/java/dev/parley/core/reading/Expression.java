package dev.parley.core.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A phrase of a lexicon: what it may be made of, and where it can end. */
sealed interface Expression {
    /** No phrase is longer than this many tokens. */
    int MAX_TOKENS = 62;

    /** Stands for whatever fills a slot. */
    String ANY = "#";

    /** Where this can end when it begins at token {@code at}: bit n is set for an end before token {@code at + n}. */
    long ends(Reply reply, int at);

    /** Adds what this can begin with to {@code words}, {@link #ANY} for a slot; true if this can be empty. */
    boolean open(Set<String> words);

    /** One word, or one sign such as "?"; any of several. */
    record Word(Set<String> texts) implements Expression {
        @Override
        public long ends(Reply reply, int at) {
            return reply.says(at, texts) ? 2 : 0;
        }

        @Override
        public boolean open(Set<String> words) {
            words.addAll(texts);
            return false;
        }
    }

    /** One after the other. */
    record Sequence(List<Expression> parts) implements Expression {
        @Override
        public long ends(Reply reply, int at) {
            long reached = 1;
            for (Expression part : parts) {
                reached = step(part, reply, at, reached);
            }
            return reached;
        }

        private static long step(Expression part, Reply reply, int at, long reached) {
            long next = 0;
            for (long left = reached; left != 0; left &= left - 1) {
                int offset = Long.numberOfTrailingZeros(left);
                next |= part.ends(reply, at + offset) << offset;
            }
            return next;
        }

        @Override
        public boolean open(Set<String> words) {
            return parts.stream().allMatch(part -> part.open(words));
        }
    }

    /** Tried only where it can begin; says the same, sooner. */
    record Guarded(Set<String> first, Expression inner) implements Expression {
        static Expression of(Expression inner) {
            Set<String> first = new HashSet<>();
            return inner.open(first) || first.contains(ANY) ? inner : new Guarded(Set.copyOf(first), inner);
        }

        @Override
        public long ends(Reply reply, int at) {
            return reply.says(at, first) ? inner.ends(reply, at) : 0;
        }

        @Override
        public boolean open(Set<String> words) {
            return inner.open(words);
        }
    }

    /** One of several; an empty {@link Sequence} among them makes it optional. */
    record Choice(List<Expression> options) implements Expression {
        @Override
        public long ends(Reply reply, int at) {
            long reached = 0;
            for (Expression option : options) {
                reached |= option.ends(reply, at);
            }
            return reached;
        }

        @Override
        public boolean open(Set<String> words) {
            return options.stream().filter(option -> option.open(words)).count() > 0;
        }
    }

    /** Something that is filled in by the reply or the open quote. */
    enum Slot implements Expression {
        /** The amount of the open quote. */
        AMOUNT,
        /** Any other amount. */
        OTHER,
        /** The number of the open quote. */
        QUOTE,
        /** The version of the open quote. */
        VERSION,
        /** Names after a greeting, up to a comma or the end of the line. */
        TO,
        /** Names after a complimentary close, up to the end of the text. */
        FROM,
        /** The end of a sentence. */
        END,
        /** The end of a sentence by a sign, a blank line or the end of the text: no mere break of the line. */
        STOP;

        @Override
        public long ends(Reply reply, int at) {
            return switch (this) {
                case AMOUNT -> reply.isAmount(at) ? 2 : 0;
                case OTHER -> reply.isOtherAmount(at) ? 2 : 0;
                case QUOTE -> reply.isQuote(at) ? 2 : 0;
                case VERSION -> reply.isVersion(at) ? 2 : 0;
                case TO -> reply.addressees(at);
                case FROM -> reply.signers(at);
                case END -> reply.endsSentence(at) ? 1 : 0;
                case STOP -> reply.endsSentence(at) && !reply.goesOnInNextLine(at) ? 1 : 0;
            };
        }

        @Override
        public boolean open(Set<String> words) {
            words.add(ANY);
            return this == END || this == STOP;
        }
    }
}
