package dev.launchready.detect;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Numbers of people and accounts that carry a check of their own. Pure. */
final class PersonalNumbers {
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String ITALIAN_ODD = "1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23";
    private static final int[] ITALIAN = Arrays.stream(ITALIAN_ODD.split(" ", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    /** Length of an IBAN by country, from the registry of SWIFT (ISO 13616). */
    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AE", 23),
            Map.entry("AL", 28),
            Map.entry("AT", 20),
            Map.entry("AZ", 28),
            Map.entry("BA", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("BH", 22),
            Map.entry("BR", 29),
            Map.entry("CH", 21),
            Map.entry("CR", 22),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("DO", 28),
            Map.entry("EE", 20),
            Map.entry("EG", 29),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GE", 22),
            Map.entry("GI", 23),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IL", 23),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("JO", 30),
            Map.entry("KW", 30),
            Map.entry("KZ", 20),
            Map.entry("LB", 28),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MD", 24),
            Map.entry("ME", 22),
            Map.entry("MK", 19),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PK", 24),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("QA", 29),
            Map.entry("RO", 24),
            Map.entry("RS", 22),
            Map.entry("SA", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("TN", 24),
            Map.entry("TR", 26),
            Map.entry("UA", 29),
            Map.entry("VG", 24),
            Map.entry("XK", 20));

    private PersonalNumbers() {}

    /** A payment card: length and beginning of an issuer (ISO/IEC 7812), and Luhn's check. */
    static boolean isCard(String digits) {
        int length = digits.length();
        if (length < 13 || length > 19 || digits.chars().distinct().count() < 3) {
            return false;
        }
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        boolean visa = digits.startsWith("4") && (length == 13 || length == 16 || length == 19);
        boolean mastercard = length == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
        boolean amex = length == 15 && (two == 34 || two == 37);
        boolean discover = length >= 16 && (four == 6011 || two == 64 || two == 65);
        boolean diners = length == 14 && (two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059));
        boolean jcb = length >= 16 && four >= 3528 && four <= 3589;
        boolean maestroOrUnionPay =
                length >= 16 && (two == 62 || two == 67 || four == 5018 || four == 5020 || four == 5038);
        boolean issuer = visa || mastercard || amex || discover || diners || jcb || maestroOrUnionPay;
        return issuer && Checksums.luhn(digits);
    }

    /** An IBAN without spaces: length of its country and remainder 1 of 97 (ISO 7064). */
    static boolean isIban(String text) {
        Integer length = IBAN_LENGTHS.get(text.substring(0, 2));
        if (length == null || length != text.length()) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        for (char each : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            int digit = Character.digit(each, 36);
            if (digit < 0) {
                return false;
            }
            number.append(digit);
        }
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Spanish DNI or NIE, Italian codice fiscale, or a written Brazilian CPF. */
    static boolean isNationalId(String text) {
        return isSpanish(text) || isItalian(text) || isBrazilian(text);
    }

    private static boolean isSpanish(String text) {
        if (!text.matches("[0-9XYZ][0-9]{7}[A-Z]")) {
            return false;
        }
        String number = text.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
        return SPANISH_LETTERS.charAt(Integer.parseInt(number) % 23) == text.charAt(8);
    }

    private static boolean isItalian(String text) {
        if (!text.matches("[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < 15; at++) {
            char each = text.charAt(at);
            int value = Character.isDigit(each) ? each - '0' : each - 'A';
            sum += at % 2 == 0 ? ITALIAN[value] : value;
        }
        return 'A' + sum % 26 == text.charAt(15);
    }

    private static boolean isBrazilian(String text) {
        if (!text.matches("[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}")) {
            return false;
        }
        String digits = text.replaceAll("[.-]", "");
        return digits.chars().distinct().count() > 1
                && check(digits, 9) == digits.charAt(9) - '0'
                && check(digits, 10) == digits.charAt(10) - '0';
    }

    private static int check(String digits, int count) {
        int sum = 0;
        for (int at = 0; at < count; at++) {
            sum += (digits.charAt(at) - '0') * (count + 1 - at);
        }
        int rest = sum * 10 % 11;
        return rest == 10 ? 0 : rest;
    }

    /** Upper case without spaces, as the checks want it. */
    static String compact(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
