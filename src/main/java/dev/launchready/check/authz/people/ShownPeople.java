package dev.launchready.check.authz.people;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Likeness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The people whom one answer shows, counted: no value of theirs is kept.
 *
 * @param members where in the document, list positions as {@code *}
 */
public record ShownPeople(Kind kind, int people, Set<Trait> traits, List<String> members) {
    /** From how many on it is a list and no chance; a portal before its launch has few. */
    static final int MANY = 3;
    /** A directory has more, and one page with a few addresses is none. */
    static final int LISTED = 5;

    /** What they are, the gravest first. */
    public enum Kind {
        /** Invoices, bookings or payments of several clients. */
        BUSINESS,
        /** Several clients or accounts, each with a way to be reached or with what is nobody else's business. */
        CLIENTS,
        /** Several people with their addresses, as a directory has them. */
        LISTED,
        /** One or two, in full. */
        FEW
    }

    public ShownPeople {
        traits = Set.copyOf(traits);
        members = List.copyOf(members);
    }

    /** @param place words of the route's path */
    public static Optional<ShownPeople> in(HttpAnswer answer, String place, OnPurpose own) {
        Set<String> words = Words.of(place);
        List<Person> people = new ArrayList<>();
        for (Json document : Documents.of(answer)) {
            people.addAll(People.in(document, words, own));
        }
        Optional<ShownPeople> records = judged(people);
        return records.or(() -> onPage(answer, own));
    }

    private static Optional<ShownPeople> judged(List<Person> people) {
        List<Person> business = people.stream().filter(Person::business).toList();
        if (different(business) >= 2) {
            return Optional.of(of(Kind.BUSINESS, business));
        }
        List<Person> clients = people.stream().filter(Person::client).toList();
        if (different(clients) >= MANY) {
            return Optional.of(of(Kind.CLIENTS, clients));
        }
        List<Person> humans = people.stream().filter(Person::human).toList();
        if (different(humans) >= LISTED) {
            return Optional.of(of(Kind.LISTED, humans));
        }
        List<Person> full = clients.stream()
                .filter(person -> person.full() || person.business())
                .toList();
        return full.isEmpty() ? Optional.empty() : Optional.of(of(Kind.FEW, full));
    }

    private static int different(List<Person> people) {
        return (int) people.stream().map(Person::key).distinct().count();
    }

    private static ShownPeople of(Kind kind, List<Person> people) {
        Set<Trait> traits = new HashSet<>();
        Set<String> members = new LinkedHashSet<>();
        people.forEach(person -> {
            traits.addAll(person.traits());
            members.addAll(person.members());
        });
        return new ShownPeople(
                kind, different(people), traits, members.stream().sorted().toList());
    }

    /** Addresses of many people in the text of a page. */
    private static Optional<ShownPeople> onPage(HttpAnswer answer, OnPurpose own) {
        if (!Likeness.html(answer)) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(answer.text());
        Set<String> addresses =
                Addresses.in(page.text()).stream().filter(own::personal).collect(Collectors.toSet());
        boolean many = addresses.size() >= 2 * LISTED;
        return many
                ? Optional.of(new ShownPeople(Kind.LISTED, addresses.size(), Set.of(Trait.EMAIL), List.of()))
                : Optional.empty();
    }
}
