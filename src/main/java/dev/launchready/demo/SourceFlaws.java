package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can be wrong with the portal's source, its builds, and what its owner vouches for. */
final class SourceFlaws {
    static final Flaw NO_BUILD = scanning("no-build", "The repository has no build at all.");
    static final Flaw NOT_SCANNED = scanning("not-scanned", "The build runs tests alone.");
    static final Flaw SWITCHED_OFF = scanning("switched-off", "The scan for secrets is switched off with if: false.");
    static final Flaw NEVER_FAILS = scanning("never-fails", "The scan for secrets may fail without consequence.");
    static final Flaw BY_HAND = scanning("by-hand", "The scan for secrets runs when somebody starts it.");
    static final Flaw HOOK_ONLY = scanning("hook-only", "Only a hook of commits looks for secrets.");
    static final Flaw NIGHTLY = scanning("not-every-build", "The scan for secrets runs at night.");
    static final Flaw STAGED_ONLY =
            scanning("staged-only", "The build runs a hook that looks at what is staged, and nothing else scans.");
    static final Flaw SCAN_PROOF_MISSING =
            scanning("proof-missing", "The owner vouches for a scan with a proof that is not there.");
    static final Flaw SCAN_PROOF_EMPTY = scanning("proof-empty", "The owner vouches for a scan with an empty proof.");
    static final Flaw SCAN_PROOF_SILENT =
            scanning("proof-silent", "The owner vouches for a scan with a proof that speaks of other things.");
    static final Flaw SCAN_WITHOUT_PROOF = scanning("without-proof", "The owner vouches for a scan without a proof.");

    static final Flaw PLAN_MISSING = plan("proof-missing", "The plan for replacing keys is not where the owner says.");
    static final Flaw PLAN_EMPTY = plan("proof-empty", "The plan for replacing keys is an empty file.");
    static final Flaw PLAN_SILENT = plan("proof-silent", "The plan for replacing keys speaks of other things.");
    static final Flaw PLAN_UNNAMED = plan("without-proof", "The owner vouches for a plan and names none.");

    static final Flaw RIGHTS_MISSING = rights("proof-missing", "The list of rights is not where the owner says.");
    static final Flaw RIGHTS_EMPTY = rights("proof-empty", "The list of rights is an empty file.");
    static final Flaw RIGHTS_SILENT = rights("proof-silent", "The list of rights speaks of other things.");
    static final Flaw RIGHTS_UNNAMED = rights("without-proof", "The owner vouches for rights and names no list.");

    static final List<Flaw> ALL = List.of(
            NO_BUILD,
            NOT_SCANNED,
            SWITCHED_OFF,
            NEVER_FAILS,
            BY_HAND,
            HOOK_ONLY,
            NIGHTLY,
            STAGED_ONLY,
            SCAN_PROOF_MISSING,
            SCAN_PROOF_EMPTY,
            SCAN_PROOF_SILENT,
            SCAN_WITHOUT_PROOF,
            PLAN_MISSING,
            PLAN_EMPTY,
            PLAN_SILENT,
            PLAN_UNNAMED,
            RIGHTS_MISSING,
            RIGHTS_EMPTY,
            RIGHTS_SILENT,
            RIGHTS_UNNAMED);

    /** There is one build, and one word for each thing, so of these only one shows at a time. */
    static final Set<Flaw> OUTSHONE = Set.of(
            NO_BUILD,
            NOT_SCANNED,
            SWITCHED_OFF,
            BY_HAND,
            HOOK_ONLY,
            NIGHTLY,
            STAGED_ONLY,
            SCAN_PROOF_MISSING,
            SCAN_PROOF_EMPTY,
            SCAN_PROOF_SILENT,
            SCAN_WITHOUT_PROOF,
            PLAN_EMPTY,
            PLAN_SILENT,
            PLAN_UNNAMED,
            RIGHTS_MISSING,
            RIGHTS_EMPTY,
            RIGHTS_UNNAMED);

    private SourceFlaws() {}

    private static Flaw scanning(String reason, String says) {
        return Flaw.of("secrets.ci-scanning/" + reason, "", says);
    }

    private static Flaw plan(String reason, String says) {
        return Flaw.of("secrets.rotation-plan/" + reason, "", says);
    }

    private static Flaw rights(String reason, String says) {
        return Flaw.of("secrets.least-privilege/" + reason, "", says);
    }
}
