package dev.launchready.check;

import dev.launchready.check.auth.AccountEnumerationCheck;
import dev.launchready.check.auth.AnonymousAccessCheck;
import dev.launchready.check.auth.CookieFlagsCheck;
import dev.launchready.check.auth.CsrfCheck;
import dev.launchready.check.auth.DuplicateAccountsCheck;
import dev.launchready.check.auth.ForgedTokenCheck;
import dev.launchready.check.auth.ReauthenticationCheck;
import dev.launchready.check.auth.SessionEndsCheck;
import dev.launchready.check.auth.SessionExpiryCheck;
import dev.launchready.check.auth.SessionFixationCheck;
import dev.launchready.check.authz.AccessLockCheck;
import dev.launchready.check.authz.ExcessDataCheck;
import dev.launchready.check.authz.FilesCheck;
import dev.launchready.check.authz.FunctionLevelCheck;
import dev.launchready.check.authz.MassAssignmentCheck;
import dev.launchready.check.authz.ObjectReadCheck;
import dev.launchready.check.authz.ObjectWriteCheck;
import dev.launchready.check.authz.OpenBackendCheck;
import dev.launchready.check.authz.ParentChildCheck;
import dev.launchready.check.authz.PublicDataCheck;
import dev.launchready.check.authz.TenantListsCheck;
import dev.launchready.check.cors.CredentialedWildcardCheck;
import dev.launchready.check.cors.TrustedOriginsCheck;
import dev.launchready.check.cors.UntrustedOriginCheck;
import dev.launchready.check.dns.HostsCheck;
import dev.launchready.check.headers.DisclosureCheck;
import dev.launchready.check.headers.PrivateCacheCheck;
import dev.launchready.check.headers.SecurityCheck;
import dev.launchready.check.secrets.ArtifactsCheck;
import dev.launchready.check.secrets.BundlesCheck;
import dev.launchready.check.secrets.CiScanningCheck;
import dev.launchready.check.secrets.ExposedFilesCheck;
import dev.launchready.check.secrets.GitHistoryCheck;
import dev.launchready.check.secrets.LeastPrivilegeCheck;
import dev.launchready.check.secrets.LogsCheck;
import dev.launchready.check.secrets.ResponsesCheck;
import dev.launchready.check.secrets.RotationPlanCheck;
import dev.launchready.check.secrets.SourceMapsCheck;
import dev.launchready.check.transport.CanonicalHostCheck;
import dev.launchready.check.transport.CertificateCheck;
import dev.launchready.check.transport.HstsCheck;
import dev.launchready.check.transport.HttpsRedirectCheck;
import dev.launchready.check.transport.LegacyUrlsCheck;
import dev.launchready.check.transport.MixedContentCheck;
import dev.launchready.check.transport.RedirectsCheck;
import java.util.ArrayList;
import java.util.List;

/** Every check there is, one line each. */
public final class CheckRegistry {
    private CheckRegistry() {}

    public static List<Check<?>> all() {
        List<Check<?>> all = new ArrayList<>();
        addOutside(all);
        addAccounts(all);
        addSecrets(all);
        // dns
        all.add(new HostsCheck());
        return List.copyOf(all);
    }

    private static void addOutside(List<Check<?>> all) {
        // transport
        all.add(new HttpsRedirectCheck());
        all.add(new CanonicalHostCheck());
        all.add(new RedirectsCheck());
        all.add(new LegacyUrlsCheck());
        all.add(new HstsCheck());
        all.add(new MixedContentCheck());
        all.add(new CertificateCheck());
        // headers
        all.add(new SecurityCheck());
        all.add(new PrivateCacheCheck());
        all.add(new DisclosureCheck());
        // cors
        all.add(new UntrustedOriginCheck());
        all.add(new CredentialedWildcardCheck());
        all.add(new TrustedOriginsCheck());
    }

    private static void addAccounts(List<Check<?>> all) {
        // auth
        all.add(new AnonymousAccessCheck());
        all.add(new CookieFlagsCheck());
        all.add(new SessionEndsCheck());
        all.add(new SessionFixationCheck());
        all.add(new ForgedTokenCheck());
        all.add(new SessionExpiryCheck());
        all.add(new CsrfCheck());
        all.add(new AccountEnumerationCheck());
        all.add(new ReauthenticationCheck());
        all.add(new DuplicateAccountsCheck());
        // authz
        all.add(new ObjectReadCheck());
        all.add(new ParentChildCheck());
        all.add(new ObjectWriteCheck());
        all.add(new MassAssignmentCheck());
        all.add(new FunctionLevelCheck());
        all.add(new AccessLockCheck());
        all.add(new TenantListsCheck());
        all.add(new FilesCheck());
        all.add(new ExcessDataCheck());
        all.add(new PublicDataCheck());
        all.add(new OpenBackendCheck());
    }

    private static void addSecrets(List<Check<?>> all) {
        // secrets
        all.add(new BundlesCheck());
        all.add(new SourceMapsCheck());
        all.add(new ExposedFilesCheck());
        all.add(new ResponsesCheck());
        all.add(new ArtifactsCheck());
        all.add(new LogsCheck());
        all.add(new GitHistoryCheck());
        all.add(new CiScanningCheck());
        all.add(new RotationPlanCheck());
        all.add(new LeastPrivilegeCheck());
    }
}
