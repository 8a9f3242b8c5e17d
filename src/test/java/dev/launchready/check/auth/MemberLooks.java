package dev.launchready.check.auth;

import java.util.UUID;

/** What the pages of {@link Members} look like. */
final class MemberLooks {
    private MemberLooks() {}

    static String form(String action, String... names) {
        StringBuilder inputs = new StringBuilder("<input type=hidden name=csrf value=c-1>");
        for (String name : names) {
            inputs.append("<input name=").append(name).append(name.equals("email") ? ">" : " type=password>");
        }
        return page("<form method=post action=" + action + ">" + inputs + "<button>Go on</button></form>");
    }

    static String account(String words, boolean field) {
        String current = field ? "<input type=password name=current>" : "";
        return page(
                "<h1>Your account</h1><p>" + words + "</p>"
                        + "<form method=post action=/settings/password><input type=hidden name=csrf value=c-1>"
                        + current
                        + "<input type=password name=new><button>Save</button></form>"
                        + "<form method=post action=/settings/email><input type=hidden name=csrf value=c-1>" + current
                        + "<input name=email><button>Save</button></form>"
                        + "<form method=post action=/leave><input type=hidden name=csrf value=c-1><button>Leave</button></form>");
    }

    private static String page(String body) {
        return "<!doctype html><html><head><title>Harbor</title></head><body><nav><a href=/>Harbor</a></nav><main>"
                + body + "</main><footer>" + UUID.randomUUID() + "</footer></body></html>";
    }
}
