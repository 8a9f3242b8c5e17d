package dev.launchready.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A client of a demo portal that trusts its root and knows its hosts, and follows no redirect. */
final class DemoVisitor implements AutoCloseable {
    private final DemoPortal portal;
    private final OkHttpClient client;

    DemoVisitor(DemoPortal portal) throws IOException, GeneralSecurityException {
        this.portal = portal;
        X509TrustManager trust = trustOf(portal);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {trust}, null);
        client = new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getByName(Places.ADDRESS)))
                .sslSocketFactory(tls.getSocketFactory(), trust)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** An answer with its body read. */
    record Answer(int status, okhttp3.Headers headers, String text) {
        String header(String name) {
            String value = headers.get(name);
            return value == null ? "" : value;
        }
    }

    Answer get(String url, String... headers) throws IOException {
        return send("GET", url, null, headers);
    }

    Answer onPortal(String target, String... headers) throws IOException {
        return get(portal.places().secure(Places.PORTAL) + target, headers);
    }

    Answer onApi(String target, String... headers) throws IOException {
        return get(portal.places().secure(Places.API) + target, headers);
    }

    Answer json(String method, String target, String body, String... headers) throws IOException {
        return send(
                method,
                portal.places().secure(Places.API) + target,
                RequestBody.create(body, okhttp3.MediaType.get("application/json")),
                headers);
    }

    Answer form(String target, Map<String, String> fields, String... headers) throws IOException {
        okhttp3.FormBody.Builder form = new okhttp3.FormBody.Builder();
        fields.forEach(form::add);
        return send("POST", portal.places().secure(Places.PORTAL) + target, form.build(), headers);
    }

    Answer send(String method, String url, @org.jspecify.annotations.Nullable RequestBody body, String... headers)
            throws IOException {
        Request.Builder request = new Request.Builder().url(url).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        }
    }

    private static X509TrustManager trustOf(DemoPortal portal) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(portal.authority())) {
            Certificate root = CertificateFactory.getInstance("X.509").generateCertificate(in);
            store.setCertificateEntry("demo", root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
