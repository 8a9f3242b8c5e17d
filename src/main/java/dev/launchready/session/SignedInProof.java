package dev.launchready.session;

import dev.launchready.model.Evidence;
import dev.launchready.portal.Request;
import java.util.List;

/**
 * How it shows that an identity is signed in: present as the identity, absent as nobody.
 *
 * @param request what is asked
 * @param learnt whether the tool found the sign itself, since the portal file has no {@code signed-in-when}
 * @param sign what tells the two apart, in a few words without secrets
 * @param evidence the answer as the identity, then the answer as nobody
 */
public record SignedInProof(Request request, boolean learnt, String sign, List<Evidence.HttpExchange> evidence) {
    public SignedInProof {
        evidence = List.copyOf(evidence);
    }
}
