package pilothouse.rhythm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of them, with what is owed and when one spoke. */
record StakeholderTold(
    String id,
    String title,
    String function,
    String place,
    int days,
    String wants,
    @Nullable String lastContact,
    int owed,
    int overdue,
    List<Contact> contacts) {}
