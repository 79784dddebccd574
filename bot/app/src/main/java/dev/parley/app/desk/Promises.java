package dev.parley.app.desk;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.servicelevel.ServiceLevels;
import java.util.Map;

/**
 * What the desk promises to do in which time.
 *
 * @param calendar the desk's open hours, unless a contract names another
 * @param calendars all it has, by key, for contracts to name one; may be empty
 */
public record Promises(BusinessCalendar calendar, Map<String, BusinessCalendar> calendars, ServiceLevels levels) {
    public Promises {
        calendars = Map.copyOf(calendars);
    }
}
