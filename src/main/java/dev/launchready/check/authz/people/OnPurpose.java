package dev.launchready.check.authz.people;

import dev.launchready.portal.Portal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/**
 * What a portal shows of itself on purpose: addresses of its own domains and those that stand for an organisation, and whatever its linked
 * pages show to every visitor. Personal values: lives inside {@code observe} alone.
 */
public final class OnPurpose {
    /** Nobody's own, so that an address there tells of a person. */
    private static final Set<String> FREE = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "proton.me",
            "protonmail.com",
            "aol.com",
            "mail.ru",
            "yandex.ru",
            "qq.com",
            "163.com",
            "orange.fr",
            "free.fr",
            "libero.it",
            "wp.pl",
            "seznam.cz",
            "bluewin.ch");

    /** Of a company and its brand. */
    private static final int MOST_OWN_DOMAINS = 2;

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private final Set<String> shown = new HashSet<>();

    /** @param pages those that a visitor reaches by links from the front page */
    public OnPurpose(Portal portal, List<Document> pages) {
        portal.address().mailDomain().ifPresent(domain -> domains.add(domain.toLowerCase(Locale.ROOT)));
        portal.ownOrigins().forEach(origin -> hosts.add(origin.replaceAll("^https?://|:[0-9]+$", "")));
        for (Document page : pages) {
            Set<String> visible =
                    Addresses.in(page.body() == null ? "" : page.body().text());
            page.select("a[href^=mailto:]")
                    .forEach(link ->
                            visible.addAll(Addresses.in(link.attr("href").substring("mailto:".length()))));
            learn(visible);
        }
    }

    /** What a page says of the portal itself; one that is full of addresses speaks of others. */
    private void learn(Set<String> visible) {
        if (visible.size() < ShownPeople.LISTED) {
            shown.addAll(visible);
        }
        Set<String> own = visible.stream().map(Addresses::domain).collect(Collectors.toSet());
        if (own.size() <= MOST_OWN_DOMAINS) {
            visible.stream()
                    .filter(Addresses::ofARole)
                    .map(Addresses::domain)
                    .filter(domain -> !FREE.contains(domain))
                    .forEach(domains::add);
        }
    }

    /** Whether the address is that of a person, and not one of the portal's own. */
    boolean personal(String address) {
        return !Addresses.nobodys(address) && !Addresses.ofARole(address) && !ours(Addresses.domain(address));
    }

    private boolean ours(String domain) {
        return domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own))
                || (domain.contains(".")
                        && !FREE.contains(domain)
                        && hosts.stream().anyMatch(host -> host.equals(domain) || host.endsWith("." + domain)));
    }

    /** Whether a linked page shows that address to every visitor. */
    boolean shown(String address) {
        return shown.contains(Addresses.plain(address));
    }
}
