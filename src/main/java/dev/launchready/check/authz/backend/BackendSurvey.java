package dev.launchready.check.authz.backend;

import dev.launchready.check.CheckContext;
import dev.launchready.check.face.PublicFace;
import dev.launchready.check.face.PublicFace.Unseen;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Address.Backend;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the back ends of the portal and looks at each that may be called. */
public final class BackendSurvey {
    private static final int MOST_UNREAD = 3;

    private final CheckContext context;
    private final Portal portal;

    public BackendSurvey(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
    }

    /** @throws ProbeException when the front cannot be seen, or a session ends twice */
    public Survey look() throws ProbeException, InterruptedException {
        PublicFace face = context.memo().get(PublicFace.KEY);
        FrontText front = FrontText.of(face);
        SupabaseSigns supabase = SupabaseSigns.in(front);
        Readers readers = Readers.of(context);
        return readers.none()
                ? survey(face, front, supabase, readers)
                : context.sessions().whileAlive(() -> survey(face, front, supabase, readers));
    }

    private Survey survey(PublicFace face, FrontText front, SupabaseSigns supabase, Readers readers)
            throws ProbeException, InterruptedException {
        Harvest harvest = new Harvest();
        supabase(supabase, readers, harvest);
        new FirebaseSurvey(context, this::mayCall, harvest).look(front, readers);
        new StoreSurvey(context, this::mayCall, harvest).look(front, readers.all());
        new GraphSurvey(context, this::mayCall, harvest).look(front, readers.all());
        List<String> unread = face.unseen().stream()
                .filter(each ->
                        !each.code().equals(Unseen.BOUND) || face.assets().isEmpty())
                .map(Unseen::says)
                .limit(MOST_UNREAD)
                .toList();
        return new Survey(
                harvest.services(),
                harvest.places(),
                supabase.secrets(),
                new KeySurvey(context, this::mayCall).look(front),
                harvest.told(),
                harvest.unexamined(),
                unread,
                portal.lines().file().orElse("the portal file"));
    }

    private record Project(Url base, Optional<String> key) {}

    private void supabase(SupabaseSigns signs, Readers readers, Harvest harvest)
            throws ProbeException, InterruptedException {
        Map<String, Project> projects = new LinkedHashMap<>();
        for (Backend backend : portal.address().backends()) {
            if (backend.kind().equals("supabase")) {
                Url base = SupabaseSigns.bare(backend.url());
                projects.put(base.toString(), new Project(base, backend.key()));
            }
        }
        for (SupabaseSigns.Project found : signs.projects()) {
            Optional<String> key = found.key().map(SupabaseKey::value);
            Project known = projects.get(found.base().toString());
            if (known != null) {
                projects.put(
                        found.base().toString(),
                        new Project(known.base(), known.key().or(() -> key)));
            } else if (mayCall(found.base())) {
                projects.put(found.base().toString(), new Project(found.base(), key));
            } else {
                harvest.tell(ServiceKind.SUPABASE, found.base(), found.from());
            }
        }
        for (Project project : projects.values()) {
            Names names = new Names();
            names.addAll(signs.names());
            names.addAll(Migrations.of(portal));
            SupabaseProbe.Found found = new SupabaseProbe(
                            context, readers, project.base(), project.key(), traffic(project.base()), names)
                    .look();
            harvest.add(found.service(), found.places());
        }
    }

    private boolean mayCall(Url url) {
        return (portal.hosts().contains(url.host()) && !SharedHosts.serves(url))
                || portal.consent().covers(TrafficClass.THIRD_PARTY, LocalDate.now(context.clock()));
    }

    private TrafficClass traffic(Url url) {
        return portal.hosts().contains(url.host()) ? TrafficClass.PASSIVE : TrafficClass.THIRD_PARTY;
    }
}
