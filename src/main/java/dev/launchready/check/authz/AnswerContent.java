package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ExcessDataCheck.Kind;
import dev.launchready.model.Json;
import dev.launchready.model.Proof;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Purpose;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Likeness;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds in single answers what nobody should be sent: stored passwords, one-time secrets of accounts, what is written for staff. */
final class AnswerContent {
    private static final int LEAST_PASSWORD = 6;

    private final Pairs pairs;
    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    /**
     * @param members dotted paths, list positions as {@code *}
     * @param what of which form, for a person
     */
    record Found(Kind kind, List<String> members, String what, int values, Proof proof) {
        Found {
            members = List.copyOf(members);
        }
    }

    /** Passwords of any length: as the whole value of a member of that name, even a short one is no chance. */
    private final Set<String> named = new LinkedHashSet<>();

    AnswerContent(CheckContext context, List<Session> able) throws ProbeException, InterruptedException {
        this.pairs = new Pairs(context.portal());
        FlowCalls flows = new FlowCalls(context.portal(), context.http());
        for (Session session : able) {
            String name = session.identity();
            Optional<String> known = Optional.ofNullable(flows.values(name).get("password"));
            known.ifPresent(named::add);
            known.filter(password -> password.length() >= LEAST_PASSWORD)
                    .ifPresent(password -> passwords.put(name, password));
            words.put(name, context.sessions().words(name));
        }
    }

    List<Found> of(HttpAnswer answer) {
        boolean page = Likeness.html(answer);
        Optional<Json> json = page ? Optional.empty() : JsonBody.parse(answer.text());
        if (!page && json.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Gathered gathered = new Gathered();
        json.ifPresent(body -> walk(body, "", Set.of(), new Reader(answer, staff(answer)), gathered));
        if (json.isEmpty()) {
            PasswordForms.in(answer.text()).ifPresent(form -> gathered.add(Kind.HASH, "", form));
            if (TellingMembers.otpLink(answer.text()) && !settingUp(answer)) {
                gathered.add(Kind.SECRET, "", "the secret of a second factor");
            }
        }
        passwords.values().stream()
                .filter(password -> clear(answer, password))
                .forEach(password -> gathered.add(Kind.PASSWORD, "", "password"));
        gathered.by.forEach((kind, members) -> found.add(found(kind, members, gathered)));
        return found;
    }

    private static Found found(Kind kind, Set<String> members, Gathered gathered) {
        Proof proof =
                switch (kind) {
                    case INTERNAL -> Proof.HEURISTIC;
                    case SECRET -> Proof.STRONG;
                    default -> Proof.CONFIRMED;
                };
        List<String> named =
                members.stream().filter(member -> !member.isEmpty()).toList();
        return new Found(kind, named, gathered.what.getOrDefault(kind, ""), Math.max(1, members.size()), proof);
    }

    /** Members by kind of find. */
    private static final class Gathered {
        private final Map<Kind, Set<String>> by = new LinkedHashMap<>();
        private final Map<Kind, String> what = new LinkedHashMap<>();

        void add(Kind kind, String member, String form) {
            by.computeIfAbsent(kind, unseen -> new LinkedHashSet<>()).add(member);
            what.putIfAbsent(kind, form);
        }
    }

    private record Reader(HttpAnswer answer, boolean staff) {}

    private void walk(Json json, String path, Set<String> siblings, Reader reader, Gathered gathered) {
        if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> walk(item, joined(path, "*"), siblings, reader, gathered));
        } else if (json instanceof Json.Obj obj) {
            boolean own = own(obj, reader.answer().call());
            obj.members().forEach((name, value) -> {
                String place = joined(path, name);
                value.text().ifPresent(text -> member(new Member(name, place, text), reader, gathered));
                internal(name, place, value, obj.members().keySet(), reader, own, gathered);
                walk(value, place, obj.members().keySet(), reader, gathered);
            });
        }
    }

    private record Member(String name, String place, String text) {}

    private void member(Member member, Reader reader, Gathered gathered) {
        HttpAnswer answer = reader.answer();
        if (PasswordForms.named(member.name()) && named.contains(member.text()) && clear(answer, member.text())) {
            gathered.add(Kind.PASSWORD, member.place(), member.name());
        }
        PasswordForms.of(member.name(), member.text()).ifPresent(form -> gathered.add(Kind.HASH, member.place(), form));
        boolean secret =
                TellingMembers.accountSecret(member.name(), member.text()) || TellingMembers.otpLink(member.text());
        boolean asked = AnswerPlace.sent(answer.call()).contains(member.text())
                || answer.call().url().target().contains(member.text());
        if (secret && !asked && answer.call().purpose() != Purpose.LOGIN && !settingUp(answer)) {
            gathered.add(Kind.SECRET, member.place(), member.name());
        }
    }

    private static void internal(
            String name,
            String place,
            Json value,
            Set<String> siblings,
            Reader reader,
            boolean own,
            Gathered gathered) {
        if (reader.staff() || hollow(value)) {
            return;
        }
        boolean inside = TellingMembers.internal(name, siblings);
        boolean rights = TellingMembers.rights(name) && !own;
        if (inside || rights) {
            gathered.add(Kind.INTERNAL, place, name);
        }
    }

    /** Whether the object is about the reader itself: then what it says of the reader's rights is no excess. */
    private boolean own(Json.Obj obj, HttpCall call) {
        Set<String> mine = words.getOrDefault(call.sender(), Set.of());
        return obj.members().values().stream()
                .anyMatch(value -> value.text().filter(mine::contains).isPresent());
    }

    private boolean staff(HttpAnswer answer) {
        return pairs.oversees(answer.call().sender());
    }

    private static boolean clear(HttpAnswer answer, String password) {
        HttpCall call = answer.call();
        boolean sent = AnswerPlace.sent(call).contains(password)
                || AnswerPlace.sent(call)
                        .contains(java.net.URLEncoder.encode(password, java.nio.charset.StandardCharsets.UTF_8))
                || call.url().target().contains(password);
        return !sent && answer.text().contains(password);
    }

    private static boolean settingUp(HttpAnswer answer) {
        return TellingMembers.settingUp(answer.call().url().path());
    }

    private static boolean hollow(Json value) {
        if (value instanceof Json.Obj obj) {
            return obj.members().isEmpty();
        }
        if (value instanceof Json.Arr arr) {
            return arr.items().isEmpty();
        }
        return value.text()
                .map(text -> text.isBlank() || text.equals("false") || text.equals("0"))
                .orElse(true);
    }

    private static String joined(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
