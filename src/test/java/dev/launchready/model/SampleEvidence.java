package dev.launchready.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One evidence of each kind, as a probe would leave it. */
public final class SampleEvidence {
    private SampleEvidence() {}

    public static Evidence.HttpExchange invoiceReadByBob() {
        return new Evidence.HttpExchange(
                "bob",
                "GET",
                "https://api.harbor.example/api/invoices/inv_1001",
                List.of(
                        new Evidence.Header("Authorization", "Bearer [redacted]"),
                        new Evidence.Header("Accept", "application/json")),
                200,
                List.of(
                        new Evidence.Header("content-type", "application/json"),
                        new Evidence.Header("cache-control", "no-store")),
                412,
                "{\"id\":\"inv_1001\",\"client\":\"a***@harbor.example\",\"total\":1200,\"note\":\"[marker of alice]\"}",
                Duration.ofMillis(38),
                "curl -sS -H \"Authorization: Bearer $BOB_TOKEN\" 'https://api.harbor.example/api/invoices/inv_1001'");
    }

    public static Evidence.HttpExchange foreignOrigin() {
        return new Evidence.HttpExchange(
                "nobody",
                "GET",
                "https://api.harbor.example/api/me",
                List.of(new Evidence.Header("Origin", "https://evil.example")),
                200,
                List.of(
                        new Evidence.Header("access-control-allow-origin", "https://evil.example"),
                        new Evidence.Header("access-control-allow-credentials", "true")),
                87,
                "{\"id\":7,\"name\":\"A***\"}",
                Duration.ofMillis(12),
                "curl -sS -H 'Origin: https://evil.example' 'https://api.harbor.example/api/me'");
    }

    public static Evidence.DnsAnswer noDmarc() {
        return new Evidence.DnsAnswer(
                "_dmarc.harbor.example", "TXT", "NXDOMAIN", List.of(), "dig +noall +answer TXT _dmarc.harbor.example");
    }

    public static Evidence.TlsSession oldCertificate() {
        return new Evidence.TlsSession(
                "old.harbor.example",
                443,
                "TLSv1.3",
                "TLS_AES_128_GCM_SHA256",
                "CN=old.harbor.example",
                List.of("old.harbor.example"),
                "CN=Example CA",
                Optional.of(Instant.parse("2026-08-27T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-25T00:00:00Z")),
                List.of("CN=old.harbor.example", "CN=Example CA"),
                "openssl s_client -connect old.harbor.example:443 -servername old.harbor.example </dev/null");
    }

    public static Evidence.FileLocation keyInBundle() {
        return new Evidence.FileLocation(
                "assets/index-4f2a.js",
                Optional.of(1),
                Optional.of(48213),
                Optional.empty(),
                "…apiKey:\"sk_l… (107 characters, lr1-9d1c0a7b33e2)\"…",
                "curl -sS 'https://portal.harbor.example/assets/index-4f2a.js' | cut -c48200-48400");
    }

    public static Evidence.FileLocation keyInHistory() {
        return new Evidence.FileLocation(
                "server/config/payments.ts",
                Optional.of(14),
                Optional.empty(),
                Optional.of("8c1f0e2"),
                "export const key = 'sk_l… (107 characters)'",
                "git show 8c1f0e2:server/config/payments.ts | sed -n 14p");
    }

    public static Evidence.MailHeader alignment() {
        return new Evidence.MailHeader(
                "invite.eml",
                List.of(
                        new Evidence.Header("From", "Harbor <h***@harbor.example>"),
                        new Evidence.Header("Return-Path", "<b***@bounce.mailer.example>")));
    }

    public static Evidence.Measurement latency() {
        return new Evidence.Measurement(
                "p95", 212.5, "ms", Map.of("route", "GET /api/me", "samples", "100", "interval", "198–241 ms"));
    }

    public static Evidence.Screenshot frontPage() {
        return new Evidence.Screenshot(
                "screenshots/front.png", "The front page at 390 pixels", Optional.of(LocalDate.of(2026, 11, 21)));
    }
}
