package io.smartcrm.customer.matching;

import java.util.Arrays;
import java.util.UUID;

/**
 * The people to compare, in arrays of some 100 bytes a person, keys included: no object stays for any of them. Filled
 * once by one thread, then read.
 */
public final class PersonTable {
    private static final int RARE_SHARE = 200_000;

    private final int[][] keys = new int[BlockingKeys.COUNT][];
    private final TextArena texts = new TextArena();
    private long[] ids;
    private int[] names;
    private int[] emails;
    private int[] phones;
    private int[] traits;
    private short[] countries;
    private int size;

    /** @param expected how many people will come, if known */
    public PersonTable(int expected) {
        int room = Math.max(16, expected);
        ids = new long[2 * room];
        names = new int[room];
        emails = new int[room];
        phones = new int[room];
        traits = new int[room];
        countries = new short[room];
        for (int key = 0; key < keys.length; key++) {
            keys[key] = new int[room];
        }
    }

    /** Adds a person; their number is the size before. */
    public void add(Person person) {
        if (size == names.length) {
            grow();
        }
        String name = NameForm.of(person.name());
        String email = EmailForm.of(person.email());
        int phone = PhoneForm.of(person.phone());
        int trait = person.trait().isBlank() ? 0 : Hashes.of(person.trait().strip());
        short country = person.country().length() == 2
                ? (short) (person.country().charAt(0) << 8 | person.country().charAt(1))
                : 0;
        ids[2 * size] = person.id().getMostSignificantBits();
        ids[2 * size + 1] = person.id().getLeastSignificantBits();
        names[size] = texts.add(name);
        emails[size] = texts.add(email);
        phones[size] = phone;
        traits[size] = trait;
        countries[size] = country;
        BlockingKeys.fill(keys, size, name, email, phone, country, trait);
        size++;
    }

    public int size() {
        return size;
    }

    public UUID id(int person) {
        return new UUID(ids[2 * person], ids[2 * person + 1]);
    }

    int name(int person, char[] into) {
        return texts.read(names[person], into);
    }

    int email(int person, char[] into) {
        return texts.read(emails[person], into);
    }

    /** The last digits, or 0. */
    int phone(int person) {
        return phones[person];
    }

    /** 0 when there is none. */
    int trait(int person) {
        return traits[person];
    }

    /** 0 when there is none. */
    short country(int person) {
        return countries[person];
    }

    int[] keys(int key) {
        return keys[key];
    }

    /** Of each person, whether hardly anybody else has the same name. */
    boolean[] rareNames() {
        int most = 3 + size / RARE_SHARE;
        int[] hashes = keys[BlockingKeys.NAME];
        int[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        boolean[] rare = new boolean[size];
        for (int person = 0; person < size; person++) {
            rare[person] = isRare(sorted, hashes[person], most);
        }
        return rare;
    }

    private static boolean isRare(int[] sorted, int hash, int most) {
        int found = Arrays.binarySearch(sorted, hash);
        int first = found;
        while (first > 0 && found - first <= most && sorted[first - 1] == hash) {
            first--;
        }
        return first + most >= sorted.length || sorted[first + most] != hash;
    }

    private void grow() {
        int room = names.length + names.length / 2;
        ids = Arrays.copyOf(ids, 2 * room);
        names = Arrays.copyOf(names, room);
        emails = Arrays.copyOf(emails, room);
        phones = Arrays.copyOf(phones, room);
        traits = Arrays.copyOf(traits, room);
        countries = Arrays.copyOf(countries, room);
        for (int key = 0; key < keys.length; key++) {
            keys[key] = Arrays.copyOf(keys[key], room);
        }
    }
}
