/** What a visitor sees of the portal, fetched once for every family: pages, assets, soft-404 profile, stack. */
@NullMarked
package dev.launchready.check.face;

import org.jspecify.annotations.NullMarked;
