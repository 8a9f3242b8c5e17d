package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dialect that speaks as another one does, but for what it says itself. */
interface Variant extends Dialect {
    Dialect base();

    @Override
    default String name() {
        return base().name();
    }

    @Override
    default String file() {
        return base().file();
    }

    @Override
    default Map<String, String> files(int port) {
        return base().files(port);
    }

    @Override
    default Optional<String> who(Ask ask) {
        return base().who(ask);
    }

    @Override
    default Optional<Reply> signIn(Ask ask) {
        return base().signIn(ask);
    }

    @Override
    default String me() {
        return base().me();
    }

    @Override
    default String list() {
        return base().list();
    }

    @Override
    default String detail() {
        return base().detail();
    }

    @Override
    default Optional<String> asked(Ask ask) {
        return base().asked(ask);
    }

    @Override
    default Reply refuseNobody(Ask ask) {
        return base().refuseNobody(ask);
    }

    @Override
    default Reply refuseForeign(Ask ask) {
        return base().refuseForeign(ask);
    }

    @Override
    default Reply missing(Ask ask) {
        return base().missing(ask);
    }

    @Override
    default Reply meOf(String who) {
        return base().meOf(who);
    }

    @Override
    default Reply listOf(List<Invoice> invoices) {
        return base().listOf(invoices);
    }

    @Override
    default Reply one(Invoice invoice) {
        return base().one(invoice);
    }

    @Override
    default List<Invoice> invoices() {
        return base().invoices();
    }
}
