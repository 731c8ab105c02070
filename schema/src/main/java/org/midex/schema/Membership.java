package org.midex.schema;

import org.jspecify.annotations.Nullable;

/**
 * One member of an aggregate whose members change over time, such as the European Union.
 *
 * @param group the aggregate's code
 * @param member the member's code
 * @param from first day as ISO date, or null when always
 * @param to last day as ISO date, or null when still
 */
public record Membership(String group, String member, @Nullable String from, @Nullable String to) {}
