package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login.FormLogin;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds where a person signs in: as the portal file says, on the front page, behind a link, or where frameworks put it. */
final class SignInFinder {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(sign|log)[-_ ]?(in|on)\\b|\\blogin\\b|\\bsignin\\b|anmelden|einloggen|connexion|connecter|iniciar sesi|"
                    + "acceder|accedi|entrar|inloggen|logga in|kirjaudu|zaloguj|my account|client (area|portal|login)|member");

    /** Where frameworks and their usual libraries put it: Devise, Django, Laravel, NextAuth, Keycloak-like gateways, WordPress. */
    private static final List<String> WELL_KNOWN = List.of(
            "/login",
            "/signin",
            "/sign-in",
            "/auth/login",
            "/auth/signin",
            "/users/sign_in",
            "/accounts/login/",
            "/account/login",
            "/api/auth/signin",
            "/user/login",
            "/admin/login/",
            "/wp-login.php");

    private static final int LINKS_TRIED = 4;

    private final Crawl crawl;
    private final Portal portal;
    private final SoftNotFound missing;

    SignInFinder(Crawl crawl, Portal portal, SoftNotFound missing) {
        this.crawl = crawl;
        this.portal = portal;
        this.missing = missing;
    }

    Optional<Page> find(Page front) throws InterruptedException {
        for (Url told : told()) {
            Optional<Page> page = crawl.look(told).filter(SignInFinder::shown);
            if (page.isPresent()) {
                return page;
            }
        }
        if (front.asksForPassword()) {
            return Optional.of(front);
        }
        List<Url> linked = linked(front);
        Optional<Page> behindLink = firstThat(linked, SignInFinder::asksWhoOneIs);
        if (behindLink.isPresent()) {
            return behindLink;
        }
        Optional<Page> wellKnown =
                firstThat(wellKnown(front), page -> !missing.looksMissing(page.answer()) && asksWhoOneIs(page));
        return wellKnown.isPresent() ? wellKnown : drawnByScript(front, linked);
    }

    private List<Url> told() {
        return portal.identities().values().stream()
                .map(Identity::login)
                .filter(FormLogin.class::isInstance)
                .map(FormLogin.class::cast)
                .flatMap(form -> form.page().stream())
                .map(request -> portal.resolve(request.target()))
                .distinct()
                .toList();
    }

    private static List<Url> linked(Page front) {
        Set<Url> byPath = new LinkedHashSet<>();
        Set<Url> byWords = new LinkedHashSet<>();
        for (Element link : front.document().select("a[href], form[action], [data-href]")) {
            String reference = link.hasAttr("href") ? link.attr("href") : link.attr("action") + link.attr("data-href");
            front.url().resolve(reference).filter(Links::harmless).ifPresent(url -> {
                if (SignInAddress.own(url)) {
                    byPath.add(url);
                } else if (WORDS.matcher(link.text() + " " + link.attr("aria-label"))
                        .find()) {
                    byWords.add(url);
                }
            });
        }
        List<Url> all = new ArrayList<>(byPath);
        all.addAll(byWords);
        return all.stream().distinct().limit(LINKS_TRIED).toList();
    }

    private static List<Url> wellKnown(Page front) {
        return WELL_KNOWN.stream().map(front.url()::at).toList();
    }

    /** A shell that a script fills shows no form; a link or a route in a script is then the best there is. */
    private Optional<Page> drawnByScript(Page front, List<Url> linked) throws InterruptedException {
        for (Url url : linked) {
            Optional<Page> page = crawl.guess(url).filter(SignInFinder::shown).filter(SignInFinder::shell);
            if (page.isPresent()) {
                return page;
            }
        }
        for (String path : WELL_KNOWN) {
            boolean named = crawl.assets().stream()
                    .filter(asset -> asset.kind() == Asset.Kind.SCRIPT)
                    .anyMatch(asset -> asset.answer().text().contains("\"" + path + "\""));
            if (named && shell(front)) {
                return crawl.guess(front.url().at(path)).filter(SignInFinder::shown);
            }
        }
        return Optional.empty();
    }

    private Optional<Page> firstThat(List<Url> urls, Predicate<Page> wanted) throws InterruptedException {
        for (Url url : urls) {
            Optional<Page> page = crawl.guess(url).filter(SignInFinder::shown).filter(wanted);
            if (page.isPresent()) {
                return page;
            }
        }
        return Optional.empty();
    }

    private static boolean shown(Page page) {
        return page.html() && page.answer().status() < 400;
    }

    /** A password, or first a name or an address, as sign-in by link and by identity provider begin. */
    private static boolean asksWhoOneIs(Page page) {
        if (page.asksForPassword()) {
            return true;
        }
        Document document = page.document();
        boolean field = !document.select(
                        "form input[type=email], form input[name*=user], form input[name*=email], form input[autocomplete=username]")
                .isEmpty();
        String heading = document.title() + " "
                + document.select("h1, h2, button, input[type=submit]").text();
        return field && WORDS.matcher(heading).find();
    }

    private static boolean shell(Page page) {
        Document document = page.document();
        return !document.select("script").isEmpty() && document.select("form").isEmpty();
    }
}
