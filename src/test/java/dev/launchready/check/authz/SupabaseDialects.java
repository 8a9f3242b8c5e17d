package dev.launchready.check.authz;

import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.authz.LittleSupabase.Dialect;
import java.util.List;

/** How PostgREST and the gateway before it have worded the same things over the years. */
final class SupabaseDialects {
    static final Dialect TODAY = new Dialect(
            "PostgREST 13 behind Supabase's gateway",
            "",
            true,
            name -> Reply.json(
                    404,
                    "{\"code\":\"PGRST205\",\"details\":null,\"hint\":null,\"message\":\"Could not find the table 'public."
                            + name + "' in the schema cache\"}"),
            SupabaseDialects::denied,
            false,
            "");
    static final Dialect HINTING = new Dialect(
            "PostgREST 12 with hints",
            "",
            false,
            name -> Reply.json(
                    404,
                    "{\"code\":\"PGRST205\",\"details\":null,\"hint\":\"Perhaps you meant the table 'public.dossiers'\",\"message\":\"Could not find the table 'public."
                            + name + "' in the schema cache\"}"),
            SupabaseDialects::denied,
            false,
            "");
    static final Dialect DESCRIBING = new Dialect(
            "PostgREST 10 with an open description",
            "",
            false,
            name -> Reply.json(
                    404,
                    "{\"code\":\"42P01\",\"details\":null,\"hint\":null,\"message\":\"relation \\\"public." + name
                            + "\\\" does not exist\"}"),
            SupabaseDialects::denied,
            true,
            "");
    static final Dialect OLD = new Dialect(
            "PostgREST 7",
            "",
            false,
            name -> Reply.json(
                    404,
                    "{\"hint\":null,\"details\":null,\"code\":\"42P01\",\"message\":\"relation \\\"" + name
                            + "\\\" does not exist\"}"),
            name -> Reply.json(
                    401,
                    "{\"hint\":null,\"details\":null,\"code\":\"42501\",\"message\":\"permission denied for relation "
                            + name + "\"}"),
            true,
            "");
    static final Dialect UNDER_A_PATH = new Dialect(
            "self-hosted under another base path",
            "/services/data",
            false,
            TODAY.missing(),
            SupabaseDialects::denied,
            false,
            "");
    static final Dialect OWN_SCHEMA = new Dialect(
            "a schema of its own",
            "",
            true,
            name -> Reply.json(
                    406,
                    "{\"code\":\"PGRST106\",\"details\":null,\"hint\":null,\"message\":\"The schema must be one of the following: desk\"}"),
            SupabaseDialects::denied,
            false,
            "desk");

    static final List<Dialect> ALL = List.of(TODAY, HINTING, DESCRIBING, OLD, UNDER_A_PATH, OWN_SCHEMA);

    private SupabaseDialects() {}

    private static Reply denied(String name) {
        return Reply.json(
                401,
                "{\"code\":\"42501\",\"details\":null,\"hint\":null,\"message\":\"permission denied for table " + name
                        + "\"}");
    }
}
