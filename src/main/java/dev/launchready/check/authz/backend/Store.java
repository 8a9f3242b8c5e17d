package dev.launchready.check.authz.backend;

import dev.launchready.model.Url;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One bucket or container of a store of files.
 *
 * @param base the address below which its files lie, without a slash at the end
 * @param bucket its name
 * @param api whether the address is that of Google's JSON interface, whose files lie below {@code /o}
 */
record Store(ServiceKind kind, Url base, String bucket, boolean api) {
    private static final Pattern VIRTUAL = Pattern.compile(
            "([a-z0-9][a-z0-9._-]{1,61})\\.(?:s3[.-][a-z0-9.-]*amazonaws\\.com|s3[.-][a-z0-9.-]+|storage\\.googleapis\\.com|[a-z0-9-]+\\.digitaloceanspaces\\.com)");
    private static final Pattern FIRST = Pattern.compile("/([^/]+)/?.*");
    private static final Pattern JSON = Pattern.compile("(.*/storage/v1/b/([^/]+)/o)/?.*");
    private static final int MOST = 20;

    /** A host that names no bucket by itself or by its path is one: stores serve buckets under names of one's own as well. */
    static Store of(ServiceKind kind, Url url) {
        Matcher json = JSON.matcher(url.path());
        if (kind == ServiceKind.GCS && json.matches()) {
            return new Store(kind, url.at(json.group(1)), json.group(2), true);
        }
        if (kind == ServiceKind.AZURE) {
            return container(url);
        }
        Matcher virtual = VIRTUAL.matcher(url.host());
        if (virtual.matches()) {
            return new Store(kind, url.at(""), virtual.group(1), false);
        }
        Matcher first = FIRST.matcher(url.path());
        return first.matches()
                ? new Store(kind, url.at("/" + first.group(1)), first.group(1), false)
                : new Store(kind, url.at(""), url.host(), false);
    }

    /** At Azure's own hosts the account stands in the name; elsewhere, as at its emulator, it is the first step of the path. */
    private static Store container(Url url) {
        String[] steps = url.path().replaceFirst("^/", "").split("/", -1);
        int at = url.host().endsWith(".blob.core.windows.net") ? 0 : 1;
        String name = steps.length <= at || steps[at].isEmpty() ? "$root" : steps[at];
        String path = at == 0 ? "/" + name : "/" + steps[0] + "/" + name;
        return new Store(ServiceKind.AZURE, url.at(path), name, false);
    }

    /** What is asked for a list of the first few files. */
    Url listing() {
        if (api) {
            return base.at(base.path() + "?maxResults=" + MOST);
        }
        String query = kind == ServiceKind.AZURE
                ? "?restype=container&comp=list&maxresults=" + MOST
                : "?list-type=2&max-keys=" + MOST;
        return base.at((base.path().isEmpty() ? "/" : base.path()) + query);
    }

    /** Where a file of that name is read. */
    Url file(String name) {
        String bare = base.path().equals("/") ? "" : base.path();
        return base.at(bare + "/" + (api ? Tables.encoded(name) : Trees.encoded(name)));
    }

    /** The command that takes it from the public. */
    String closing() {
        return switch (kind) {
            case GCS -> "gcloud storage buckets update gs://" + bucket + " --public-access-prevention";
            case AZURE ->
                "az storage container set-permission --account-name " + account() + " --name " + bucket
                        + " --public-access off";
            default ->
                amazon()
                        ? "aws s3api put-public-access-block --bucket " + bucket
                                + " --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,"
                                + "BlockPublicPolicy=true,RestrictPublicBuckets=true"
                        : "mc anonymous set none ALIAS/" + bucket;
        };
    }

    /** What lets everybody read a file whose name is known, and list nothing. */
    String narrowing() {
        return switch (kind) {
            case GCS ->
                "gcloud storage buckets remove-iam-policy-binding gs://" + bucket
                        + " --member=allUsers --role=roles/storage.objectViewer && gcloud storage buckets"
                        + " add-iam-policy-binding gs://" + bucket
                        + " --member=allUsers --role=roles/storage.legacyObjectReader";
            case AZURE ->
                "az storage container set-permission --account-name " + account() + " --name " + bucket
                        + " --public-access blob";
            default ->
                "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\":"
                        + " \"arn:aws:s3:::" + bucket + "/*\"}";
        };
    }

    private boolean amazon() {
        return base.host().endsWith(".amazonaws.com");
    }

    private String account() {
        return base.host().endsWith(".blob.core.windows.net")
                ? base.host().substring(0, base.host().indexOf('.'))
                : base.path().replaceFirst("^/", "").split("/", 2)[0];
    }
}
