package dev.launchready.catalog;

import java.util.List;

/** The catalogue is broken; every fault found, one sentence each, with file and line where there is one. */
public final class CatalogException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public CatalogException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
