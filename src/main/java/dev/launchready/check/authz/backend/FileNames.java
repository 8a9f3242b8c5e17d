package dev.launchready.check.authz.backend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the names of files tell of them: things that a page is made of, or things that are somebody's. */
final class FileNames {
    private static final Pattern KEPT = Pattern.compile(
            "(?i).+\\.(sql|dump|bak|backup|csv|tsv|xlsx?|ods|docx?|odt|pdf|eml|mbox|msg|vcf|zip|tar|t?gz|7z|rar|env|pem|key|p12|pfx|kdbx|log|db|sqlite3?|mdb|parquet|avro|ics)(\\.(gz|zip|enc))?");
    private static final Pattern SPOKEN = Pattern.compile(
            "(?i)(^|.*[/_.-])(backups?|exports?|invoices?|receipts?|contracts?|agreements?|passports?|identit(y|ies)|id-?cards?|kyc|payslips?|payroll|salar(y|ies)|medical|patients?|private|confidential|customers?|clients?|uploads?|attachments?|statements?|tax|cvs?|resumes?)([/_.-].*|$)");

    private FileNames() {}

    /** The first name that tells that a file is somebody's, or was never meant to be seen. */
    static Optional<String> telling(List<String> names) {
        return names.stream()
                .filter(name ->
                        KEPT.matcher(name).matches() || SPOKEN.matcher(name).matches())
                .findFirst();
    }

    /** The kind of file or the folder that tells, without the file's own name, which may be personal. */
    static String shown(String name) {
        int dot = name.lastIndexOf('.');
        boolean ending = KEPT.matcher(name).matches();
        String folder =
                name.contains("/") ? name.substring(0, name.indexOf('/')).toLowerCase(Locale.ROOT) + "/" : "";
        return ending ? "*" + name.substring(dot).toLowerCase(Locale.ROOT) : folder.isEmpty() ? "a name" : folder;
    }
}
