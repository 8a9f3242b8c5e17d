package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.portal.Request;
import java.util.ArrayList;
import java.util.List;

/** Where a browser finds a form: at the address that it is sent to, or above it. */
final class FormPages {
    private static final int MOST_PAGES = 4;

    private FormPages() {}

    static List<Request> above(Url target) {
        List<Request> pages = new ArrayList<>();
        String place = target.toString().replaceAll("[?#].*$", "");
        int root = place.indexOf('/', place.indexOf("//") + 2);
        while (root > 0 && place.length() > root && pages.size() < MOST_PAGES) {
            pages.add(Request.parse("GET " + place));
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return pages;
    }
}
