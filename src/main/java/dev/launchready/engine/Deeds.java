package dev.launchready.engine;

import dev.launchready.session.Made;
import dev.launchready.session.WriteLog;

/** Writes down in the ledger what the run makes and removes. */
record Deeds(Ledger ledger) implements WriteLog {
    static final String MADE = "made";
    static final String UNDONE = "undone";

    @Override
    public void making(String owner, String type, String marker) {
        ledger.wrote(new Ledger.Deed("making", owner, type, "", marker));
    }

    @Override
    public void made(Made object) {
        ledger.wrote(deed(MADE, object));
    }

    @Override
    public void undone(Made object) {
        ledger.wrote(deed(UNDONE, object));
    }

    private static Ledger.Deed deed(String step, Made object) {
        return new Ledger.Deed(step, object.owner(), object.type(), object.id(), object.marker());
    }
}
