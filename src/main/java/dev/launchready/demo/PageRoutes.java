package dev.launchready.demo;

import java.util.Set;

/** The pages of the portal, made on the server. */
final class PageRoutes {
    private final PageFrame frame;
    private final PublicPages open;
    private final SignInPages signIn;
    private final PrivatePages signedIn;

    PageRoutes(PageFrame frame, DemoDatabase database, Places places, Set<Flaw> on) {
        Sessions sessions = new Sessions();
        this.frame = frame;
        open = new PublicPages(frame, places, on);
        signIn = new SignInPages(database, sessions, frame);
        signedIn = new PrivatePages(database, sessions, frame);
    }

    Reply answer(Visit visit) {
        return open.page(visit)
                .or(() -> signIn.answer(visit))
                .or(() -> signedIn.answer(visit))
                .orElseGet(frame::missing);
    }
}
