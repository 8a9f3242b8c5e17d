package dev.launchready.engine;

import dev.launchready.check.Memo;
import dev.launchready.probe.ProbeException;

/** One shared observation outside of a run, for commands that only want to know what is there. */
public final class FirstLook {
    private FirstLook() {}

    /** @throws ProbeException when it cannot be made */
    public static <T> T at(Ports ports, Memo.Shared<T> shared) throws ProbeException, InterruptedException {
        return new RunMemo(ports).get(shared);
    }
}
