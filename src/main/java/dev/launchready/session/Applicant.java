package dev.launchready.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Somebody who might sign up: an account that only the run knows of.
 *
 * @param mail an address at which nobody else is reached
 * @param user what it signs in with: the address, or the marker where the portal's people have names
 * @param marker a random text of letters and digits that nothing else has; stands wherever a sign-up asks for a name
 */
public record Applicant(String mail, String user, String password, String marker) {

    /** The same person with another password. */
    public Applicant knowing(String newPassword) {
        return new Applicant(mail, user, newPassword, marker);
    }

    /** The same person under another address, or another spelling of it. */
    public Applicant at(String newMail) {
        return new Applicant(newMail, user.equals(mail) ? newMail : user, password, marker);
    }

    /** What fills the placeholders of a sign-up. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("user", user);
        values.put("random-email", mail);
        values.put("password", password);
        values.put("random", marker);
        values.put("marker", marker);
        values.put("word", marker);
        values.put("random-number", Integer.toString(Math.floorMod(marker.hashCode(), 900_000) + 100_000));
        return values;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "applicant " + marker;
    }
}
