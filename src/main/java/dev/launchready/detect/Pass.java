package dev.launchready.detect;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** One reading of a text: hears of keywords, tries the rules they call for, collects candidates. One thread. */
final class Pass implements Keywords.Listener {
    /** More words than this are not worth the memory. */
    private static final int MOST_HEARD = 1 << 18;

    private final CompiledRules rules;
    private final Matcher[] matchers;
    private final Window window = new Window();
    private final Assignment assignment = new Assignment();
    private final Armour armour = new Armour();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Integer> triggers = new ArrayList<>();
    private Text text = Text.whole(new byte[0], 0);
    private boolean plain = true;
    private final UrlCredentials credentials = new UrlCredentials();
    private int urlAt = -1;
    private boolean url;
    private int assignedAt = -1;
    private boolean assigned;
    private long[] heard = new long[64];
    private int[] made = new int[64];
    private int count;

    Pass(CompiledRules rules) {
        this.rules = rules;
        this.matchers = new Matcher[rules.size()];
    }

    /** @param newPlain whether the source is text, so that names and values can be told */
    void begin(boolean newPlain) {
        plain = newPlain;
        candidates.clear();
        count = 0;
    }

    /** Reads {@code [from, to)}; what lies behind {@code to} may be looked at but not begun with. */
    void read(Text newText, int from, int to) {
        text = newText;
        triggers.clear();
        assignedAt = -1;
        urlAt = -1;
        rules.keywords().find(text.bytes(), from, to, text.limit(), this);
        for (CompiledRule rule : rules.everywhere()) {
            ForeignMatch.find(rule, matcher(rule), text, from, to, candidates);
        }
    }

    /** Reads a whole text that shares parts with one that was read before: of those parts it knows all keywords already. */
    void readAgain(Text newText, Heard base, Shared shared) {
        text = newText;
        triggers.clear();
        assignedAt = -1;
        urlAt = -1;
        Keywords keywords = rules.keywords();
        int done = 0;
        for (int part = 0; part < shared.count(); part++) {
            int from = shared.to(part);
            int to = from + shared.length(part) - keywords.longest() + 1;
            if (from < to) {
                keywords.find(text.bytes(), done, from, text.limit(), this);
                replay(base, shared, part, to);
                done = to;
            }
        }
        keywords.find(text.bytes(), done, text.limit(), text.limit(), this);
    }

    /** Tries the words of a part again, but for those of which nothing came and around which nothing is new. */
    private void replay(Heard base, Shared shared, int part, int to) {
        int from = shared.to(part);
        int end = from + shared.length(part);
        int shift = shared.from(part) - from;
        for (int index = base.firstWord(from + shift); index < base.words(); index++) {
            long known = base.word(index);
            int at = Heard.place(known) - shift;
            if (at >= to) {
                return;
            }
            int word = Heard.number(known);
            boolean same = at - from >= rules.behind(word) && end - at >= rules.ahead(word);
            if (same && Heard.dull(known)) {
                hear(at, word, true);
            } else {
                found(word, at);
            }
        }
    }

    private void hear(int at, int word, boolean dull) {
        if (count == heard.length) {
            heard = Arrays.copyOf(heard, count * 2);
            made = Arrays.copyOf(made, count * 2);
        }
        made[count] = candidates.size();
        heard[count++] = Heard.word(at, word, dull);
    }

    /**
     * What was heard since {@link #begin}.
     *
     * @param kept which of the candidates may be secrets; of a word that called for none of these nothing will come as long as all around it
     *     stays the same
     * @param runs where encoded runs were looked into
     */
    Heard heard(BitSet kept, int[] runs) {
        int before = 0;
        for (int at = 0; at < count; at++) {
            int word = Heard.number(heard[at]);
            int next = rules.settles(word) ? kept.nextSetBit(before) : made[at] > before ? before : -1;
            boolean nothing = next < 0 || next >= made[at];
            if (nothing && rules.calls(word).length > 0) {
                heard[at] = Heard.word(Heard.place(heard[at]), word, true);
            }
            before = made[at];
        }
        boolean all = rules.everywhere().isEmpty() && count <= MOST_HEARD;
        return all ? new Heard(plain, Arrays.copyOf(heard, count), runs) : Heard.NOTHING;
    }

    /** What was found; the caller takes it away. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** Where in the part that was read last an encoded layer may begin. */
    List<Integer> triggers() {
        return triggers;
    }

    @Override
    public void found(int word, int start) {
        int end = start + rules.keywords().length(word);
        CompiledRules.Call[] calls = rules.calls(word);
        if (calls.length == 0) {
            triggers.add(start);
        }
        for (CompiledRules.Call call : calls) {
            attempt(call, start, end);
        }
        hear(start, word, false);
    }

    private void attempt(CompiledRules.Call call, int start, int end) {
        CompiledRule rule = call.rule();
        Form form = rule.form();
        if (form instanceof Form.Token token) {
            token(rule, token, call.keyword(), start);
        } else if (form instanceof Form.Foreign) {
            ForeignMatch.around(rule, matcher(rule), text, start, candidates);
        } else if (form instanceof Form.Armour labels) {
            armour.read(rule, labels.labels(), text, start, end, candidates);
        } else if (plain && form instanceof Form.Credentials known) {
            credentials(rule, known.schemes(), start);
        } else if (plain) {
            assignment(rule, start, end);
        }
    }

    private void token(CompiledRule rule, Form.Token token, byte[] keyword, int start) {
        if (!Ascii.at(text.bytes(), start, text.limit(), keyword)) {
            return;
        }
        int to = Math.min(text.limit(), start + token.reach());
        for (int from = Math.max(0, start - token.lead()); from <= start; from++) {
            boolean begins =
                    (!token.bounded() || text.opensAt(from)) && rule.shape().fits(text, from);
            if (begins && matches(rule, token, from, to, start)) {
                return;
            }
        }
    }

    private boolean matches(CompiledRule rule, Form.Token token, int from, int to, int keyword) {
        Matcher matcher = on(rule, from, to);
        return matcher.lookingAt() && from + matcher.end() > keyword && take(rule, token, matcher, from, keyword);
    }

    private boolean take(CompiledRule rule, Form.Token token, Matcher matcher, int base, int keyword) {
        boolean whole =
                !token.bounded() || (text.opensAt(base + matcher.start()) && text.closesAt(base + matcher.end()));
        if (whole) {
            int from = base + matcher.start(rule.group());
            int to = base + matcher.end(rule.group());
            candidates.add(named(Candidate.bare(rule, from, to, keyword, text.string(from, to))));
        }
        return whole;
    }

    /** With the name before it, where the value is assigned to one. */
    private Candidate named(Candidate bare) {
        int at = bare.from();
        int floor = Math.max(0, at - 12);
        while (at > floor && "\"'`=: \t\\".indexOf(text.at(at - 1)) >= 0) {
            at--;
        }
        int nameTo = at;
        while (at > 0 && nameTo - at < 48 && Ascii.name(text.at(at - 1))) {
            at--;
        }
        return nameTo == bare.from()
                ? bare
                : new Candidate(bare.rule(), bare.from(), bare.to(), bare.keyword(), at, nameTo, bare.value(), false);
    }

    private void credentials(CompiledRule rule, List<String> schemes, int start) {
        if (start != urlAt) {
            urlAt = start;
            url = credentials.read(text, start);
        }
        if (url && credentials.isOf(schemes)) {
            int from = credentials.from();
            int to = credentials.to();
            candidates.add(Candidate.bare(rule, from, to, start, text.string(from, to)));
        }
    }

    private void assignment(CompiledRule rule, int start, int end) {
        if (start != assignedAt) {
            assignedAt = start;
            int nameTo = end;
            while (nameTo > start + 1 && !Ascii.name(text.at(nameTo - 1))) {
                nameTo--;
            }
            assigned = assignment.read(text, start, nameTo);
        }
        if (!assigned) {
            return;
        }
        int from = assignment.valueFrom();
        int to = assignment.valueTo();
        boolean other = rule.form() instanceof Form.Assigned
                && (!opensWord(start) || !on(rule, from, to).matches());
        if (other) {
            return;
        }
        candidates.add(new Candidate(
                rule,
                from,
                to,
                start,
                assignment.nameFrom(),
                assignment.nameTo(),
                text.string(from, to),
                assignment.quoted()));
    }

    /** Whether a word of a name begins here: {@code rookTable} does not speak of Okta. */
    private boolean opensWord(int start) {
        if (start == 0 || !Ascii.letter(text.at(start - 1))) {
            return true;
        }
        boolean upper = text.at(start) >= 'A' && text.at(start) <= 'Z';
        return upper && text.at(start - 1) >= 'a';
    }

    private Matcher on(CompiledRule rule, int from, int to) {
        return matcher(rule).reset(window.on(text.bytes(), from, to));
    }

    private Matcher matcher(CompiledRule rule) {
        Matcher known = matchers[rule.number()];
        if (known == null) {
            known = rule.pattern().matcher("");
            matchers[rule.number()] = known;
        }
        return known;
    }
}
