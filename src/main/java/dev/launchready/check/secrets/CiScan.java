package dev.launchready.check.secrets;

/**
 * One place of a build or a hook that runs a scanner for secrets.
 *
 * @param file from the repository's top folder
 * @param line from 1
 * @param scanner its name, {@code gitleaks}
 * @param because the words of the file that decide the standing: {@code if: false}; an empty text where nothing but the scanner does
 */
public record CiScan(String file, int line, String scanner, Standing standing, String because) {

    /** What the scan is worth, the best first. */
    public enum Standing {
        /** Runs with the build, and a find makes the build fail or is shown by the service that runs it. */
        RUNS,
        /** What runs lies in another repository, so that nobody can see whether it scans. */
        ELSEWHERE,
        /** Runs by itself, but not with every build. */
        SELDOM,
        /** Runs in a build as a hook that looks at what is about to be committed, which in a build is nothing. */
        STAGED,
        /** Runs on the machines of those who installed the hook, and can be stepped over there. */
        HOOK,
        /** Runs when somebody starts it. */
        MANUAL,
        /** Runs, and whatever it finds is ignored. */
        IGNORED,
        /** Stands there and never runs. */
        DISABLED
    }

    /** What may be a scan, in another repository. */
    static CiScan elsewhere(String file, int line, String reference) {
        return new CiScan(file, line, reference, Standing.ELSEWHERE, "");
    }

    /** Whether it is known to scan, or may do so for every build. */
    boolean tells() {
        return standing == Standing.ELSEWHERE || !scanner.contains("@");
    }

    /** The same scan under a circumstance that makes it worth less, or as it is. */
    CiScan under(Standing circumstance, String reason) {
        return circumstance.compareTo(standing) > 0 ? new CiScan(file, line, scanner, circumstance, reason) : this;
    }
}
