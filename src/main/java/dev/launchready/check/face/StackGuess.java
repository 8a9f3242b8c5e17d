package dev.launchready.check.face;

import java.util.List;
import java.util.Locale;

/**
 * What the portal is made of, the nearest to its pages first; each with the reason why. It picks fix paths, and never a verdict.
 *
 * @param signs empty when nothing gave itself away
 */
public record StackGuess(List<Sign> signs) {

    public StackGuess {
        signs = List.copyOf(signs);
    }

    /**
     * @param stack its name in the fixes of cards: {@code nextjs}, {@code django}, {@code nginx}
     * @param because what gave it away, in words: {@code header x-powered-by: Next.js}
     */
    public record Sign(String stack, String because) {}

    /** What the portal file says, which needs no proof. */
    public static StackGuess told(List<String> stack) {
        return new StackGuess(stack.stream()
                .map(name -> new Sign(name.toLowerCase(Locale.ROOT), "portal.stack says so"))
                .toList());
    }

    public List<String> names() {
        return signs.stream().map(Sign::stack).toList();
    }

    public boolean has(String stack) {
        return names().contains(stack);
    }
}
