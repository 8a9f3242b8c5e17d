package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A dialect with an admin, who reads the invoices of all at an address of its own. */
record Staffed(Dialect base) implements Variant {
    static final String OFFICE = "/office/overview";

    @Override
    public String file() {
        String admin = base.file()
                .lines()
                .filter(line -> line.strip().startsWith("alice:"))
                .map(line -> line.replace("alice@north.example", "admin@harbor.example")
                        .replace("role: client, tenant: north", "role: admin")
                        .replace("alice", "admin"))
                .collect(Collectors.joining("\n", "", "\n"));
        return base.file()
                .replace("consent:", admin + "consent:")
                .replace("routes: {", "routes: {roles: {admin: [GET " + OFFICE + "]}, ");
    }

    @Override
    public Reply answer(Ask ask, Set<Flaw> flaws) {
        boolean unwalled = flaws.contains(Flaw.PATH_WALL) && ask.path().equals(OFFICE + "/");
        if (!ask.path().equals(OFFICE) && !unwalled) {
            return base.answer(ask, flaws);
        }
        Optional<String> who = who(ask);
        if (who.isEmpty()) {
            return refuseNobody(ask);
        }
        boolean let = who.get().equals("admin") || unwalled || flaws.contains(Flaw.OPEN_ADMIN);
        return let ? listOf(invoices()) : refuseForeign(ask);
    }
}
