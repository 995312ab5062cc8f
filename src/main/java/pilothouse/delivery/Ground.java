package pilothouse.delivery;

import java.time.InstantSource;
import java.time.ZoneId;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Services;
import pilothouse.promises.Owners;
import pilothouse.storage.Storage;

/**
 * What the pages of delivery stand on, there as soon as the program is open.
 *
 * @param zone weeks start on Monday there
 */
public record Ground(
    Services services,
    Facts facts,
    Storage storage,
    Owners owners,
    InstantSource clock,
    ZoneId zone) {}
