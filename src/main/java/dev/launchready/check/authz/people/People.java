package dev.launchready.check.authz.people;

import dev.launchready.model.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the records of a document that are about somebody. */
final class People {
    private static final int MOST = 5_000;
    private static final int LEAST_OF_A_MAP = 3;

    private final OnPurpose own;
    private final List<Person> found = new ArrayList<>();

    private People(OnPurpose own) {
        this.own = own;
    }

    /** @param place words of the address, such as {@code users} */
    static List<Person> in(Json document, Set<String> place, OnPurpose own) {
        People people = new People(own);
        people.walk(document, "", place);
        return List.copyOf(people.found);
    }

    private void walk(Json json, String path, Set<String> place) {
        if (found.size() >= MOST) {
            return;
        }
        Optional<Json> rows = Rows.of(json);
        if (rows.isPresent()) {
            walk(rows.get(), path, place);
        } else if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> walk(item, joined(path, "*"), place));
        } else if (json instanceof Json.Obj obj) {
            if (keyed(obj)) {
                obj.members().values().forEach(each -> walk(each, joined(path, "*"), place));
            } else {
                record(obj, path, place);
            }
        }
    }

    /** A map of records by their ids, as document stores answer. */
    private static boolean keyed(Json.Obj obj) {
        return obj.members().size() >= LEAST_OF_A_MAP
                && obj.members().values().stream().allMatch(Json.Obj.class::isInstance)
                && obj.members().keySet().stream().anyMatch(name -> name.chars().anyMatch(Character::isDigit));
    }

    private void record(Json.Obj obj, String path, Set<String> place) {
        boolean wrapper =
                obj.members().values().stream().noneMatch(value -> value.text().isPresent());
        if (wrapper) {
            obj.members().forEach((name, value) -> walk(value, joined(path, name), with(place, name)));
            return;
        }
        Map<String, String> flat = new LinkedHashMap<>();
        flatten(obj, "", flat);
        person(flat, path, place).ifPresent(found::add);
        lists(obj, path, place);
    }

    /** The scalars of a record and of what is nested in it, but not of its lists. */
    private static void flatten(Json.Obj obj, String prefix, Map<String, String> flat) {
        obj.members().forEach((name, value) -> {
            value.text().ifPresent(text -> flat.put(joined(prefix, name), text));
            if (value instanceof Json.Obj inner) {
                flatten(inner, joined(prefix, name), flat);
            }
        });
    }

    private void lists(Json.Obj obj, String path, Set<String> place) {
        obj.members().forEach((name, value) -> {
            if (value instanceof Json.Arr) {
                walk(value, joined(path, name), with(place, name));
            } else if (value instanceof Json.Obj inner) {
                lists(inner, joined(path, name), with(place, name));
            }
        });
    }

    private Optional<Person> person(Map<String, String> flat, String path, Set<String> place) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        Map<Trait, String> values = new LinkedHashMap<>();
        Set<String> members = new LinkedHashSet<>();
        Set<String> words = new HashSet<>(place);
        boolean organisation = "Organization".equals(flat.get("@type"));
        for (Map.Entry<String, String> member : flat.entrySet()) {
            Optional<Trait> trait = Traits.of(member.getKey(), member.getValue(), own);
            if (trait.isPresent() && !organisation) {
                traits.add(trait.get());
                values.putIfAbsent(trait.get(), member.getValue());
                members.add(joined(path, member.getKey()));
                if (member.getKey().contains(".")) {
                    words.addAll(Words.of(
                            member.getKey().substring(0, member.getKey().lastIndexOf('.'))));
                }
            }
        }
        if (Words.of(String.join(" ", place)).contains("invoice")) {
            traits.add(Trait.BUSINESS);
        }
        return about(traits) ? Optional.of(person(traits, values, words, members)) : Optional.empty();
    }

    /** Somebody who can be told, and something that is nobody else's business. */
    private static boolean about(Set<Trait> traits) {
        boolean reached = traits.stream().anyMatch(Trait::contact);
        boolean personal =
                traits.contains(Trait.BIRTH) || traits.contains(Trait.NUMBER) || traits.contains(Trait.STREET);
        boolean somebody = traits.stream().anyMatch(Trait::namesSomebody) || traits.contains(Trait.ACCOUNT);
        boolean business =
                traits.contains(Trait.MONEY) && traits.contains(Trait.BUSINESS) && traits.contains(Trait.PARTY);
        boolean shop = !reached && !personal && !business;
        boolean place = personal
                && traits.contains(Trait.STREET)
                && !traits.contains(Trait.NAME)
                && !traits.contains(Trait.BIRTH)
                && !traits.contains(Trait.NUMBER)
                && !traits.contains(Trait.EMAIL);
        return !shop && !place && (somebody || reached);
    }

    private Person person(Set<Trait> traits, Map<Trait, String> values, Set<String> words, Set<String> members) {
        Set<String> all = new HashSet<>();
        words.forEach(word -> all.addAll(Words.of(word)));
        boolean directory = Words.ofADirectory(all);
        boolean clients = Words.ofClients(all) && !directory;
        String address = values.getOrDefault(Trait.EMAIL, "");
        boolean onPurpose =
                !address.isEmpty() && own.shown(address) && traits.stream().noneMatch(Trait::inmost);
        String key = List.of(Trait.EMAIL, Trait.PHONE, Trait.NUMBER, Trait.PARTY, Trait.NAME, Trait.TITLE).stream()
                        .filter(values::containsKey)
                        .map(values::get)
                        .findFirst()
                        .orElse("")
                + (values.containsKey(Trait.BIRTH) ? values.get(Trait.BIRTH) : "");
        return new Person(key, traits, clients && !onPurpose, members);
    }

    private static Set<String> with(Set<String> place, String name) {
        Set<String> more = new HashSet<>(place);
        more.addAll(Words.of(name));
        return more;
    }

    private static String joined(String path, String step) {
        return path.isEmpty() ? step : path + "." + step;
    }
}
