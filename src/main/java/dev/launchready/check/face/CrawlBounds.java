package dev.launchready.check.face;

/**
 * How much of a portal is read: enough for a portal's front, little enough for a polite visitor.
 *
 * @param pages at most, front and sign-in page included
 * @param assets at most, over all pages
 * @param bytes of bodies kept in memory, decompressed
 * @param hops redirects followed to a page
 */
record CrawlBounds(int pages, int assets, long bytes, int hops) {
    /** Larger than the public part of most portals: the median page of the HTTP Archive loads about 25 scripts and 8 styles. */
    static final CrawlBounds DEFAULT = new CrawlBounds(8, 80, 48L * 1024 * 1024, 10);
}
