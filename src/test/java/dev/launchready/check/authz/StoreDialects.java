package dev.launchready.check.authz;

import dev.launchready.check.DialectServer.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How stores of files, and those that speak as they do, list, refuse and miss a bucket. */
final class StoreDialects {
    private static final String XML = "application/xml";
    private static final String AMAZON = "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";

    /**
     * @param path of the bucket
     * @param gone what is said of one that nobody has; empty where that cannot be told from one that is closed
     */
    record Dialect(
            String name,
            String kind,
            String path,
            Function<List<String>, Reply> listing,
            Reply denied,
            Optional<Reply> gone) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final Dialect AWS = new Dialect(
            "S3",
            "s3",
            "/harbor-scans",
            names -> listed(AMAZON, names),
            error(403, "AccessDenied", "Access Denied"),
            Optional.of(error(404, "NoSuchBucket", "The specified bucket does not exist")));
    static final Dialect GOOGLE_JSON = new Dialect(
            "Google Cloud Storage by JSON",
            "gcs",
            "/storage/v1/b/harbor-scans/o",
            names -> Reply.json(
                    200,
                    "{\"kind\":\"storage#objects\"" + (names.isEmpty() ? "" : ",\"items\":[" + items(names) + "]")
                            + "}"),
            Reply.json(
                    401,
                    "{\"error\":{\"code\":401,\"message\":\"Anonymous caller does not have storage.objects.list access to the Google Cloud Storage bucket.\",\"errors\":[{\"reason\":\"required\"}]}}"),
            Optional.of(
                    Reply.json(
                            404,
                            "{\"error\":{\"code\":404,\"message\":\"The specified bucket does not exist.\",\"errors\":[{\"reason\":\"notFound\"}]}}")));
    static final Dialect AZURE = new Dialect(
            "Azure",
            "azure",
            "/harboraccount/scans",
            StoreDialects::enumerated,
            coded(404, "ResourceNotFound", "The specified resource does not exist."),
            Optional.empty());

    static final List<Dialect> ALL = List.of(
            AWS,
            new Dialect(
                    "MinIO",
                    "s3",
                    "/harbor-scans",
                    names -> listed(AMAZON, names),
                    Reply.of(
                            403,
                            XML,
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied.</Message><BucketName>harbor-scans</BucketName><Resource>/harbor-scans/</Resource><RequestId>17C1</RequestId><HostId>dd9</HostId></Error>"),
                    Optional.of(error(404, "NoSuchBucket", "The specified bucket does not exist"))),
            new Dialect(
                    "R2",
                    "s3",
                    "/harbor-scans",
                    names -> listed("<ListBucketResult>", names),
                    error(400, "InvalidArgument", "Authorization"),
                    Optional.empty()),
            new Dialect(
                    "Ceph, as Spaces has it",
                    "s3",
                    "/harbor-scans",
                    names -> listed(AMAZON, names),
                    Reply.of(
                            403,
                            XML,
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><RequestId>tx0</RequestId></Error>"),
                    Optional.of(
                            Reply.of(
                                    404,
                                    XML,
                                    "<?xml version=\"1.0\"?><Error><Code>NoSuchBucket</Code><BucketName>harbor-scans</BucketName></Error>"))),
            new Dialect(
                    "Backblaze",
                    "s3",
                    "/harbor-scans",
                    names -> listed(AMAZON, names),
                    error(401, "UnauthorizedAccess", "bucket is not authorized: harbor-scans"),
                    Optional.of(error(404, "NoSuchBucket", "The specified bucket does not exist: harbor-scans"))),
            new Dialect(
                    "Google Cloud Storage by XML",
                    "gcs",
                    "/harbor-scans",
                    names -> listed("<ListBucketResult xmlns='http://doc.s3.amazonaws.com/2006-03-01'>", names),
                    Reply.of(
                            403,
                            XML,
                            "<?xml version='1.0' encoding='UTF-8'?><Error><Code>AccessDenied</Code><Message>Access denied.</Message><Details>Anonymous caller does not have storage.objects.list access to the Google Cloud Storage bucket.</Details></Error>"),
                    Optional.of(error(404, "NoSuchBucket", "The specified bucket does not exist."))),
            GOOGLE_JSON,
            AZURE,
            new Dialect(
                    "an account of Azure that lets nobody in",
                    "azure",
                    "/harboraccount/scans",
                    StoreDialects::enumerated,
                    coded(409, "PublicAccessNotPermitted", "Public access is not permitted on this storage account."),
                    Optional.empty()),
            new Dialect(
                    "Azurite",
                    "azure",
                    "/devstoreaccount1/scans",
                    StoreDialects::enumerated,
                    error(403, "AuthorizationFailure", "Server failed to authenticate the request."),
                    Optional.of(coded(404, "ContainerNotFound", "The specified container does not exist."))));

    private StoreDialects() {}

    private static Reply listed(String root, List<String> names) {
        String entries = names.stream()
                .map(name -> "<Contents><Key>" + name.replace("&", "&amp;")
                        + "</Key><LastModified>2026-11-01T10:00:00.000Z</LastModified><Size>12</Size></Contents>")
                .collect(Collectors.joining());
        return Reply.of(
                200,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root
                        + "<Name>harbor-scans</Name><Prefix></Prefix><KeyCount>" + names.size()
                        + "</KeyCount><IsTruncated>false</IsTruncated>" + entries + "</ListBucketResult>");
    }

    private static Reply enumerated(List<String> names) {
        String blobs = names.stream()
                .map(name -> "<Blob><Name>" + name
                        + "</Name><Properties><Content-Length>12</Content-Length></Properties></Blob>")
                .collect(Collectors.joining());
        return Reply.of(
                200,
                XML,
                "\ufeff<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ServiceEndpoint=\"https://harbor.blob.core.windows.net/\" ContainerName=\"scans\"><Blobs>"
                        + blobs + "</Blobs><NextMarker /></EnumerationResults>");
    }

    private static String items(List<String> names) {
        return names.stream()
                .map(name -> "{\"kind\":\"storage#object\",\"name\":\"" + name + "\"}")
                .collect(Collectors.joining(","));
    }

    private static Reply error(int status, String code, String message) {
        return Reply.of(
                status,
                XML,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error>");
    }

    private static Reply coded(int status, String code, String message) {
        return error(status, code, message).with("x-ms-error-code", code);
    }
}
