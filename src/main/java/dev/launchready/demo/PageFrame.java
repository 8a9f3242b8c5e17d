package dev.launchready.demo;

/** The frame of every page: head, navigation, footer. */
final class PageFrame {
    private final StaticFiles files;
    private final Links links;

    PageFrame(StaticFiles files, Links links) {
        this.files = files;
        this.links = links;
    }

    /** A page for anybody. */
    Reply open(String title, String body) {
        return Reply.html(200, page(title, Resources.text("nav-open.html"), body));
    }

    /** A page for somebody who is signed in; {@code name} and {@code links} are HTML. */
    Reply signedIn(String title, String name, String links, String body) {
        String navigation =
                Resources.text("nav-signed-in.html").replace("@NAME@", name).replace("@LINKS@", links);
        return Reply.html(200, page(title, navigation, body));
    }

    Reply missing() {
        return Reply.html(
                404, page("Not found", Resources.text("nav-open.html"), Resources.text("pages/missing.html")));
    }

    private String page(String title, String navigation, String body) {
        return Resources.text("frame.html")
                .replace("@TITLE@", title)
                .replace("@CSS@", files.stylesheet())
                .replace("@JS@", files.script())
                .replace("@NAV@", navigation)
                .replace("@FOOT@", links.foot())
                .replace("@BODY@", body);
    }

    /** Text as it may stand in HTML, in attributes too. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
