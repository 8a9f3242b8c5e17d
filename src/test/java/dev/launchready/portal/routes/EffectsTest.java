package dev.launchready.portal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/createdb",
                "/api/db/reset",
                "/initdb",
                "/seed",
                "/admin/clear-cache",
                "/deleteAll",
                "/users/logout",
                "/auth/log-out",
                "/truncateTables",
                "/jobs/run-now/trigger",
                "/api/flushCache",
                "/shutdown",
                "/actuator/restart"
            })
    void aPathThatDoesSomethingIsSeen(String path) {
        assertThat(Effects.suspicious(path, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Creates and populates the database with dummy data",
                "api_views.main.populate_db",
                "Deletes the account",
                "Returns the order and cancels it",
                "Updates the profile",
                "Orders a taxi",
                "resetPassword",
                "Sends a mail",
                "Drop all tables",
                "UsersController.deleteUser",
                "Sign out"
            })
    void aNameThatSaysThatSomethingIsDoneIsSeen(String label) {
        assertThat(Effects.suspicious("/x", label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/invoices",
                "/items/deleted",
                "/orders/{order}",
                "/dropbox/files",
                "/settings",
                "/users/{delete}",
                "/payments",
                "/datasets",
                "/sender-addresses",
                "/claims",
                "/checkout",
                "/likes"
            })
    void aPathThatNamesAThingIsNot(String path) {
        assertThat(Effects.suspicious(path, "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order details",
                "Updates",
                "Book by title",
                "Returns all books and their authors",
                "List of invites",
                "getOrders",
                "Logs of the last day",
                "Settings of the account",
                "api.orders.list",
                "Retrieves user by username"
            })
    void aNameThatTellsOfReadingIsNot(String label) {
        assertThat(Effects.suspicious("/x", label)).isFalse();
    }
}
