/** Reading routes from OpenAPI, HAR, Postman and plain lists, and merging them into one inventory. */
@NullMarked
package dev.launchready.portal.routes;

import org.jspecify.annotations.NullMarked;
