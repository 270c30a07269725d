package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopFilesTest {
    private static final ShopSimulation SHOP = new ShopSimulation(Size.SMALL, 7);

    @TempDir
    Path folder;

    @Test
    void sameSizeAndSeedGiveTheSameBytes() throws IOException {
        // Given
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        // When
        DemoShop.write(SHOP, 0.01, first);
        DemoShop.write(new ShopSimulation(Size.SMALL, 7), 0.01, second);

        // Then
        List<Path> names = files(first);
        assertThat(names).hasSize(15).isEqualTo(files(second));
        for (Path name : names) {
            assertThat(Files.mismatch(first.resolve(name), second.resolve(name)))
                    .as("first different byte of %s", name)
                    .isEqualTo(-1);
        }
    }

    @Test
    void anotherSeedTellsAnotherStory() throws IOException {
        // Given
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        // When
        DemoShop.write(SHOP, 0, first);
        DemoShop.write(new ShopSimulation(Size.SMALL, -8), 0, second);

        // Then
        assertThat(Files.mismatch(first.resolve("orders.csv"), second.resolve("orders.csv")))
                .isNotNegative();
        assertThat(Files.mismatch(first.resolve("products.csv"), second.resolve("products.csv")))
                .isNotNegative();
    }

    @Test
    void everyWrongLineIsNamedAndTheRightOnesStayComplete() throws IOException {
        // Given
        Path clean = folder.resolve("clean");
        Path dirty = folder.resolve("dirty");
        DemoShop.write(SHOP, 0, clean);

        // When
        DemoShop.write(SHOP, 0.01, dirty);

        // Then
        List<String> faults = Files.readAllLines(dirty.resolve("truth/dirt.csv"));
        List<Integer> wrongLines = new ArrayList<>(faults.stream()
                .skip(1)
                .map(row -> Integer.parseInt(row.substring(0, row.indexOf(','))))
                .toList());
        Collections.reverse(wrongLines);
        List<String> lines = new ArrayList<>(Files.readAllLines(dirty.resolve("orders.csv")));
        wrongLines.forEach(number -> lines.remove(number - 1));
        assertThat(wrongLines).hasSizeBetween(90, 190);
        assertThat(lines).isEqualTo(Files.readAllLines(clean.resolve("orders.csv")));
        assertThat(clean.resolve("truth/dirt.csv")).doesNotExist();
    }

    @Test
    void theMappingNamesColumnsOfTheOrderFile() throws IOException {
        // When
        DemoShop.write(SHOP, 0, folder);

        // Then
        assertThat(OrderFile.COLUMNS)
                .containsAll(OrderFile.MAPPING.values().stream()
                        .map(Object::toString)
                        .toList());
        assertThat(folder.resolve("orders-mapping.json"))
                .content()
                .startsWith("{\"orderNumber\":\"order_number\",")
                .contains("\"customerEmail\":\"email\"")
                .endsWith("\"refundOf\":\"refund_of\"}\n");
        assertThat(Files.readAllLines(folder.resolve("orders.csv")).get(0))
                .isEqualTo(String.join(",", OrderFile.COLUMNS));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
