package dev.launchready.check.auth;

import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Likeness;
import java.util.HashSet;
import java.util.Set;

/** What a portal answers to the right password, asked twice: what differs between the two differs in every answer, and tells nothing. */
record RightAnswer(ChangeAnswer first, ChangeAnswer second) {

    /** Whether both say the same, so that an answer that is unlike them means something. */
    boolean steady() {
        return sameKind(second)
                && (structured() ? Likeness.alike(first.landing(), second.landing()) : !stable().isEmpty() || blank());
    }

    /** Whether that answer says what these say, as far as they say the same. */
    boolean like(ChangeAnswer other) {
        if (!sameKind(other)) {
            return false;
        }
        if (structured()) {
            return Likeness.alike(first.landing(), other.landing());
        }
        Set<String> more = Likeness.texts(other.landing());
        boolean holds = more.containsAll(stable());
        more.removeAll(stable());
        return holds && more.size() <= changing();
    }

    private boolean sameKind(ChangeAnswer other) {
        return first.first().status() / 100 == other.first().status() / 100
                && first.place().equals(other.place())
                && first.landing().status() / 100 == other.landing().status() / 100;
    }

    private boolean structured() {
        return JsonBody.parse(first.landing().text()).isPresent();
    }

    private boolean blank() {
        return Likeness.texts(first.landing()).isEmpty();
    }

    private Set<String> stable() {
        Set<String> both = new HashSet<>(Likeness.texts(first.landing()));
        both.retainAll(Likeness.texts(second.landing()));
        return both;
    }

    /** How many texts of an answer are other ones each time. */
    private int changing() {
        return Likeness.texts(first.landing()).size() - stable().size();
    }
}
