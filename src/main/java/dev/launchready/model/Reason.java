package dev.launchready.model;

/**
 * A case that a judge can tell, by its code; what it means to a person stands in the check's card under the same code.
 *
 * @param code which case it is ({@code reflected-with-credentials}), never how bad it is
 * @param outcome FAIL, WARN, BLOCKED or NOT_APPLICABLE
 */
public record Reason(String code, Outcome outcome) {

    public static Reason fails(String code) {
        return new Reason(code, Outcome.FAIL);
    }

    public static Reason warns(String code) {
        return new Reason(code, Outcome.WARN);
    }

    public static Reason blocks(String code) {
        return new Reason(code, Outcome.BLOCKED);
    }

    public static Reason notApplicable(String code) {
        return new Reason(code, Outcome.NOT_APPLICABLE);
    }
}
