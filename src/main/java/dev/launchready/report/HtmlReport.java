package dev.launchready.report;

import dev.launchready.model.Scorecard;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report that is handed to clients: one file that needs nothing beside it, reads on a phone and on paper, and works
 * without its script. Whatever came from the portal is escaped by the template engine; a policy in the page itself lets
 * nothing run but this report's own style and script.
 */
public final class HtmlReport implements Report {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
    private static final String TEMPLATE = "report.jte";

    private final String style = resource("/report/report.css");
    private final String script = resource("/report/report.js");

    @Override
    public void write(Scorecard scorecard, Appendable out) throws IOException {
        StringOutput html = new StringOutput();
        ENGINE.render(TEMPLATE, HtmlView.of(scorecard, style, script), html);
        out.append(Plain.block(html.toString()));
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build of launch-ready lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
