package dev.launchready.check.transport;

import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Url;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was seen at the {@code http} door of one host.
 *
 * @param plain the door that was knocked at
 * @param secureFailure why the {@code https} door beside it has no answer; looked at only where the plain one is shut
 */
record PlainDoor(String host, Url plain, List<Knock> knocks, Optional<Failure> secureFailure) {

    PlainDoor {
        knocks = List.copyOf(knocks);
    }

    Optional<Knock> first(Predicate<Knock> which) {
        return knocks.stream().filter(which).findFirst();
    }

    /**
     * One request to the plain door, and what became of it.
     *
     * @param errand why this path was asked for
     * @param content of the first answer; {@link ClearContent#NOTHING} when there is none
     * @param twin how the {@code https} door answers the same request, looked at for refusals only
     */
    record Knock(Errand errand, Trail trail, ClearContent content, Twin twin) {
        boolean shut() {
            return trail.hops().isEmpty();
        }

        /** Shut for a reason that does not say that nobody is there. */
        boolean unseen() {
            return shut() && trail.failure().filter(Failure::nobodyThere).isEmpty();
        }

        boolean sentOn() {
            return !shut() && trail.first().location().isPresent();
        }
    }

    /** Why a path is asked for. */
    enum Errand {
        FRONT_PAGE,
        SIGN_IN_PAGE,
        /** A path and query that no portal has: whether a redirect keeps them. */
        DEEP_LINK,
        /** A route of the API that needs no credential. */
        PUBLIC_ROUTE
    }

    /** The answer of the {@code https} door beside that of the plain one. */
    enum Twin {
        NOT_ASKED,
        /** The same status and the same body. */
        SAME,
        OTHER,
        NO_ANSWER
    }
}
