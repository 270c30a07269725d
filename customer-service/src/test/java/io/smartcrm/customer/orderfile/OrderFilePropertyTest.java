package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.orderfile.OrderFiles.LIMITS;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static io.smartcrm.customer.orderfile.OrderFiles.gzip;
import static io.smartcrm.customer.orderfile.OrderFiles.line;
import static io.smartcrm.customer.orderfile.OrderFiles.mapping;
import static io.smartcrm.customer.orderfile.OrderFiles.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.recordfile.FileRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderFilePropertyTest {
    private static final String ALPHABET = "ab\"',;|\t\n\r =+-@\\é£中😀\u0007\u001f0.9/:";

    @Test
    void anyTextInACellComesBackOrIsRejectedAndNeverMovesItsNeighbours() {
        // Given
        var random = new Random(541_909);
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(line("nr", "N" + i, "sku", "S" + i, "text", anything(random), "name", anything(random)));
        }

        // When
        List<Batch> batches = read(csv(lines));

        // Then
        long rejected =
                batches.stream().mapToInt(batch -> batch.rejected().size()).sum();
        long accepted = batches.stream().mapToInt(Batch::acceptedRows).sum();
        assertThat(accepted + rejected).isEqualTo(2_000);
        assertThat(batches)
                .flatExtracting(Batch::rejected)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo("holds a control character"));
        assertThat(batches).flatExtracting(Batch::products).allSatisfy(product -> {
            String told =
                    lines.get(Integer.parseInt(product.code().substring(1))).getOrDefault("text", "");
            String expected = told.replaceAll("[\t\n\r]+", " ").strip();
            assertThat(product.name().map(FileProduct.Told::value).orElse("")).isEqualTo(expected);
        });
    }

    @Test
    void spoiltFilesAreRefusedOrRejectedButNeverABreakdown() {
        // Given
        var random = new Random(1_336);
        byte[] good = csv(line(), line("nr", "2", "text", "a \"quoted\", thing"), line("nr", "C3", "qty", "-1"))
                .getBytes(UTF_8);
        byte[] packed = gzip(good);

        for (int i = 0; i < 4_000; i++) {
            // When
            boolean refused = refused(spoilt(i % 4 == 0 ? packed : good, random));

            // Then
            assertThat(refused).isIn(true, false);
        }
    }

    /** Anything but a refusal is thrown on and fails the test. */
    private static boolean refused(byte[] content) {
        try {
            read(content, mapping(), LIMITS);
            return false;
        } catch (FileRefusal told) {
            return !told.text().isEmpty();
        }
    }

    private static byte[] spoilt(byte[] content, Random random) {
        byte[] spoilt = content.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            spoilt[random.nextInt(spoilt.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : "\",\n\r;".charAt(random.nextInt(5)));
        }
        return java.util.Arrays.copyOf(spoilt, 1 + random.nextInt(spoilt.length));
    }

    private static String anything(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(ALPHABET.codePointCount(0, ALPHABET.length()));
            text.appendCodePoint(ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)));
        }
        return text.toString();
    }
}
