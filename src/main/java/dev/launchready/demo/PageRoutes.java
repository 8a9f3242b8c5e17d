package dev.launchready.demo;

/** The pages of the portal, made on the server. */
final class PageRoutes {
    private final PageFrame frame;
    private final PublicPages open;
    private final SignInPages signIn;
    private final PrivatePages signedIn;

    PageRoutes(PageFrame frame, DemoDatabase database, Places places, Switches on) {
        Sessions sessions = new Sessions();
        this.frame = frame;
        open = new PublicPages(frame, places, on);
        signIn = new SignInPages(database, sessions, frame, action(places, on));
        signedIn = new PrivatePages(database, sessions, frame, on);
    }

    Reply answer(Visit visit) {
        return open.page(visit)
                .or(() -> signIn.answer(visit))
                .or(() -> signedIn.answer(visit))
                .orElseGet(frame::missing);
    }

    private static String action(Places places, Switches on) {
        return on.has(ContentFlaws.PASSWORD_FORM) ? places.plain(Places.PORTAL) + "/login" : "/login";
    }
}
