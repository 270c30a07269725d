package io.smartcrm.customer.matching;

/** Texts as numbers of 32 bits: equal texts have equal numbers, and two of a million others share one by chance. */
final class Hashes {
    private Hashes() {}

    /** Never 0, which stands for nothing. */
    static int of(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    static int of(String text, int more) {
        return mixed(of(text) * 0x9E3779B97F4A7C15L + more);
    }

    static int mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        mixed ^= mixed >>> 32;
        return (int) mixed == 0 ? 1 : (int) mixed;
    }
}
