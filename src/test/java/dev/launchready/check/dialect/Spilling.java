package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Line;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dialect whose answers to its clients hold something more, in whatever form they are written.
 *
 * @param extra who asks to what comes along: member to value
 * @param onDetails whether it comes with single invoices; else with one's own name
 */
public record Spilling(Dialect base, Map<String, Map<String, String>> extra, boolean onDetails) implements Variant {

    @Override
    public Reply answer(Ask ask, Set<Flaw> flaws) {
        Reply reply = base.answer(ask, flaws);
        Optional<String> who = who(ask);
        boolean here =
                onDetails ? asked(ask).filter(id -> owns(who.orElse(""), id)).isPresent() : isMe(ask);
        return here ? with(reply, extra.getOrDefault(who.orElse(""), Map.of())) : reply;
    }

    private boolean isMe(Ask ask) {
        return ask.path().equals(me());
    }

    private boolean owns(String who, String id) {
        return invoices().stream()
                .anyMatch(invoice -> invoice.owner().equals(who) && invoice.id().equals(id));
    }

    /** The answer with members in its first object, or with paragraphs at the end of its page. */
    public static Reply with(Reply reply, Map<String, String> members) {
        String body = reply.body();
        int object = body.indexOf('{');
        boolean page = body.contains("</main>");
        for (Map.Entry<String, String> member : members.entrySet()) {
            if (page) {
                body = body.replace("</main>", "<p>" + member.getValue() + "</p></main>");
            } else if (object >= 0) {
                String quoted = member.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
                String first = body.substring(object + 1).startsWith("}") ? "" : ",";
                body = body.substring(0, object + 1) + "\"" + member.getKey() + "\":\"" + quoted + "\"" + first
                        + body.substring(object + 1);
            }
        }
        List<Line> headers = reply.headers();
        return new Reply(reply.status(), headers, body);
    }
}
