package dev.launchready.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where the demo portal listens: every host on one loopback address, the scheme told by the port. */
record Places(int http, int https, int dns) {
    static final String ADDRESS = "127.0.0.1";
    static final String DOMAIN = "harbor.example";
    static final String PORTAL = "portal.harbor.example";
    static final String API = "api.harbor.example";
    static final String WWW = "www.harbor.example";
    static final String OLD = "old.harbor.example";
    static final String CDN = "cdn.harbor.example";
    /** What the portal file names as a back end. */
    static final String DATA = "data.harbor.example";

    /** Every host that answers to web requests, the canonical one first. */
    static final List<String> HOSTS = List.of(PORTAL, API, DOMAIN, WWW, OLD, CDN, DATA);

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    String secure(String host) {
        return "https://" + host + ":" + https;
    }

    String plain(String host) {
        return "http://" + host + ":" + http;
    }
}
