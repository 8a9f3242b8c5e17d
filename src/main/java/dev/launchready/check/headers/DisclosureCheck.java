package dev.launchready.check.headers;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Provoked;
import dev.launchready.check.Tally;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether answers tell which software, in which version, made them, or show a developer's page. A product's name alone is no secret. */
public final class DisclosureCheck implements Check<HeaderSurvey> {
    static final Reason DEBUG_PAGE = Reason.fails("debug-page");
    static final Reason DEBUG_HEADER = Reason.fails("debug-header");
    static final Reason STACK_TRACE = Reason.fails("stack-trace");
    static final Reason VERSION_SHOWN = Reason.warns("version-shown");
    static final Reason NO_ANSWER = Reason.blocks("no-answer");
    static final Reason NO_ERROR_SEEN = Reason.blocks("no-error-seen");

    static final Reason NO_FAULT_SEEN = Reason.blocks("no-fault-seen");

    private static final List<String> MAKERS = List.of(
            "server",
            "x-powered-by",
            "x-aspnet-version",
            "x-aspnetmvc-version",
            "x-generator",
            "x-php-version",
            "liferay-portal",
            "x-jenkins",
            "x-owa-version",
            "microsoftsharepointteamservices");
    private static final List<String> DEBUG = List.of("x-debug-token-link", "x-debug-token", "x-debug-exception");
    /** A number with a part behind its point, or one right behind a product's slash. */
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+|/\\d+");

    @Override
    public String id() {
        return "headers.disclosure";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(DEBUG_PAGE, DEBUG_HEADER, STACK_TRACE, VERSION_SHOWN, NO_ANSWER, NO_ERROR_SEEN, NO_FAULT_SEEN);
    }

    @Override
    public Class<HeaderSurvey> observed() {
        return HeaderSurvey.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(0)
                .sharing("header-survey", HeaderSurveying.MOST_REQUESTS)
                .sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS)
                .sharing(Provoked.NAME, Provoked.MOST_REQUESTS)
                .in(Stage.REVIEW);
    }

    @Override
    public HeaderSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        HeaderSurvey survey = context.memo().get(HeaderSurveying.SHARED);
        List<Seen> all = new ArrayList<>(survey.answers());
        all.addAll(ErrorAnswers.of(context));
        return new HeaderSurvey(all, survey.privateRoutes(), survey.file());
    }

    @Override
    public Judgement judge(HeaderSurvey observation, Params params) {
        List<Seen> answers = observation.answers();
        if (answers.isEmpty()) {
            return Tally.blocked(NO_ANSWER, Map.of());
        }
        Gathered found = new Gathered();
        answers.forEach(seen -> look(found, seen));
        Tally tally = new Tally();
        found.raiseInto(tally, observation.file());
        Seen first = answers.get(0);
        tally.control(
                "answered",
                Map.of("route", first.route(), "host", first.host(), "status", Integer.toString(first.status())));
        List<Seen> errors = answers.stream().filter(DisclosureCheck::error).toList();
        if (errors.isEmpty()) {
            tally.unproven(NO_ERROR_SEEN, Map.of("host", first.host()));
        } else if (observation.privateRoutes() > 0 && errors.stream().noneMatch(seen -> seen.part() == Part.FAULT)) {
            tally.unproven(NO_FAULT_SEEN, Map.of("host", first.host()));
        }
        return tally.fact("answers", answers.size())
                .fact("errors", errors.size())
                .conclude();
    }

    private static boolean error(Seen seen) {
        return seen.part() == Part.ERROR || seen.part() == Part.FAULT;
    }

    private static void look(Gathered found, Seen seen) {
        for (String name : MAKERS) {
            seen.lines(name).stream()
                    .filter(DisclosureCheck::version)
                    .forEach(value -> found.add(VERSION_SHOWN, seen, name + ": " + value));
        }
        for (String name : DEBUG) {
            seen.lines(name).stream().limit(1).forEach(value -> found.add(DEBUG_HEADER, seen, name));
        }
        seen.signs().forEach(sign -> {
            switch (sign.kind()) {
                case BodySigns.DEBUG_PAGE -> found.add(DEBUG_PAGE, seen, sign.what());
                case BodySigns.STACK_TRACE -> found.add(STACK_TRACE, seen, sign.what());
                default -> found.add(VERSION_SHOWN, seen, sign.what() + " in the page");
            }
        });
    }

    private static boolean version(String value) {
        Matcher found = VERSION.matcher(value);
        return found.find();
    }
}
