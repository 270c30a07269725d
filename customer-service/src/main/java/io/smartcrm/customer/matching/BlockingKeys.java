package io.smartcrm.customer.matching;

import java.util.Arrays;

/**
 * What two people must share to be compared at all: one of several keys, so that no single slip hides a duplicate.
 * A key of 0 is none.
 */
final class BlockingKeys {
    private static final int EMAIL = 0;
    private static final int PHONE = 1;
    static final int NAME = 2;
    private static final int NAME_AND_COUNTRY = 3;
    private static final int SOUND_AND_COUNTRY = 4;
    private static final int SOUND_AND_TRAIT = 5;
    private static final int EMAIL_BEFORE_AT = 6;
    private static final int SOUND_AND_PHONE_END = 7;
    static final int COUNT = 8;

    private static final int SHORTEST_LOCAL = 5;
    private static final int PHONE_END = 1_000;

    private BlockingKeys() {}

    /** Fills the row of one person; all parts are in their forms for comparison. */
    static void fill(int[][] keys, int row, String name, String email, int phone, int country, int trait) {
        keys[EMAIL][row] = email.isEmpty() ? 0 : Hashes.of(email);
        keys[PHONE][row] = phone;
        int at = email.indexOf('@');
        keys[EMAIL_BEFORE_AT][row] = at < SHORTEST_LOCAL ? 0 : Hashes.of(email.substring(0, at));
        if (name.isEmpty()) {
            return;
        }
        int sound = soundKey(name);
        keys[NAME][row] = nameKey(name);
        keys[NAME_AND_COUNTRY][row] = country == 0 ? 0 : Hashes.mixed(nameKey(name) * 31L + country);
        keys[SOUND_AND_COUNTRY][row] = Hashes.mixed(sound * 31L + country);
        keys[SOUND_AND_TRAIT][row] = trait == 0 ? 0 : Hashes.mixed(firstSoundKey(name) * 31L + trait);
        keys[SOUND_AND_PHONE_END][row] = phone == 0 ? 0 : Hashes.mixed(sound * 31L + phone % PHONE_END);
    }

    /** The same for the same words in any order. */
    static int nameKey(String name) {
        long sum = 0;
        for (String word : name.split(" ", -1)) {
            sum += Hashes.of(word);
        }
        return Hashes.mixed(sum);
    }

    /** Of the first and the last word in any order, as they sound. */
    private static int soundKey(String name) {
        String[] words = name.split(" ", -1);
        if (words.length == 1) {
            return Hashes.of(sound(name));
        }
        String[] ends = {sound(words[0]), sound(words[words.length - 1])};
        Arrays.sort(ends);
        return Hashes.of(ends[0] + " " + ends[1]);
    }

    /** Of the given name alone, which a marriage leaves. */
    private static int firstSoundKey(String name) {
        int blank = name.indexOf(' ');
        return Hashes.of(sound(blank < 0 ? name : name.substring(0, blank)));
    }

    /** Soundex for Latin letters; the first and the last character of another script. */
    static String sound(String word) {
        char first = word.charAt(0);
        if (first < 'a' || first > 'z') {
            return "" + first + word.charAt(word.length() - 1);
        }
        var sound = new StringBuilder(4).append(first);
        char last = code(first);
        for (int i = 1; i < word.length() && sound.length() < 4; i++) {
            char letter = word.charAt(i);
            char code = code(letter);
            if (code > '0' && code != last) {
                sound.append(code);
            }
            // H and W do not part two letters of one sound; vowels do.
            if (letter != 'h' && letter != 'w') {
                last = code;
            }
        }
        return sound.toString();
    }

    private static char code(char letter) {
        return switch (letter) {
            case 'b', 'f', 'p', 'v' -> '1';
            case 'c', 'g', 'j', 'k', 'q', 's', 'x', 'z' -> '2';
            case 'd', 't' -> '3';
            case 'l' -> '4';
            case 'm', 'n' -> '5';
            case 'r' -> '6';
            default -> '0';
        };
    }
}
