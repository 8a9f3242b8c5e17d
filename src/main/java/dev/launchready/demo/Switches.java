package dev.launchready.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which flaws are on, and where they show. */
record Switches(Set<Flaw> on) {
    Switches {
        on = Set.copyOf(on);
    }

    boolean has(Flaw flaw) {
        return on.contains(flaw);
    }

    /** Whether the flaw is on and shows in the answer to this visit. */
    boolean here(Flaw flaw, Visit visit) {
        return on.contains(flaw)
                && (flaw.at().isEmpty()
                        || flaw.at().equals(visit.path())
                        || flaw.at().equals(visit.host())
                        || below(flaw.at(), visit.path()));
    }

    private static boolean below(String template, String path) {
        return template.endsWith("/*") && path.startsWith(template.substring(0, template.length() - 1));
    }

    boolean onHost(Flaw flaw, String host) {
        return on.contains(flaw) && flaw.at().equals(host);
    }

    /** Every host of the portal: those that it always has, then those that a flaw has to itself, in alphabetical order. */
    Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(Places.HOSTS);
        Stream<String> further = on.stream().filter(Flaw::hasHost).map(Flaw::at);
        Stream<String> parents = Stream.of(ContentFlaws.HSTS_BREAKS, ContentFlaws.HSTS_ALONE)
                .filter(on::contains)
                .map(Flaw::parent);
        Stream.concat(further, parents).sorted().forEach(hosts::add);
        return hosts;
    }

    /** Old addresses that are there with their flaw only, in alphabetical order. */
    List<String> paths(List<Flaw> flaws) {
        return flaws.stream().filter(on::contains).map(Flaw::at).sorted().toList();
    }
}
