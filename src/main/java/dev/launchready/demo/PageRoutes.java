package dev.launchready.demo;

/** The pages of the portal, made on the server. */
final class PageRoutes {
    private final PageFrame frame;
    private final Switches on;
    private final PublicPages open;
    private final SignInPages signIn;
    private final PrivatePages signedIn;
    private final AccountPages account;
    private final NotePages notes;

    PageRoutes(PageFrame frame, DemoDatabase database, Places places, Switches on) {
        Sessions sessions = new Sessions(on);
        this.frame = frame;
        this.on = on;
        open = new PublicPages(frame, places, on);
        signIn = new SignInPages(new Accounts(database, on), sessions, frame, action(places, on), on);
        signedIn = new PrivatePages(database, sessions, frame, on);
        notes = new NotePages(database, sessions, signedIn, on);
        account = new AccountPages(database, sessions, signedIn, on);
    }

    Reply answer(Visit visit) {
        return open.page(visit)
                .or(() -> signIn.answer(visit))
                .or(() -> account.answer(visit))
                .or(() -> notes.answer(visit))
                .or(() -> signedIn.answer(visit))
                .orElseGet(this::missing);
    }

    private Reply missing() {
        Reply page = frame.missing();
        String debugged = on.has(HeaderFlaws.DEBUG_PAGE)
                ? page.text().replace("<h1>", "<p>Action Controller: Exception caught</p><h1>")
                : page.text();
        String traced = on.has(HeaderFlaws.STACK_TRACE)
                ? debugged.replace("</main>", "<pre>at com.harbor.web.Router.find(Router.java:88)</pre></main>")
                : debugged;
        return page.saying(traced);
    }

    private static String action(Places places, Switches on) {
        return on.has(ContentFlaws.PASSWORD_FORM) ? places.plain(Places.PORTAL) + "/login" : "/login";
    }
}
