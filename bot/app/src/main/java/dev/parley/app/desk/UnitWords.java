package dev.parley.app.desk;

/** How amounts of the desk's unit read in one language. */
sealed interface UnitWords {
    /** {@code units} as people read them, such as {@code 20 credits} or {@code 2 h 30 min}. */
    String amount(long units);

    /** What several are called where no number stands before them. */
    String many();

    /** Things that are counted. */
    record Counted(String one, String many) implements UnitWords {
        @Override
        public String amount(long units) {
            return units + " " + (units == 1 ? one : many);
        }
    }

    /** Minutes, read as hours and minutes. */
    record Time(String hours, String minutes, String many) implements UnitWords {
        private static final int MINUTES_PER_HOUR = 60;

        @Override
        public String amount(long units) {
            var whole = units / MINUTES_PER_HOUR + " " + hours;
            var part = units % MINUTES_PER_HOUR + " " + minutes;
            if (units < MINUTES_PER_HOUR) {
                return part;
            }
            return units % MINUTES_PER_HOUR == 0 ? whole : whole + " " + part;
        }
    }
}
