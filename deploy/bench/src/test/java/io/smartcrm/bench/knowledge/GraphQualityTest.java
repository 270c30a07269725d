package io.smartcrm.bench.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.bench.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphQualityTest {
    @Test
    void entitiesAndRelationsOfHeldOutProductsAreFound() throws IOException {
        // When
        Map<String, Double> figures = run("--products=120");

        // Then
        assertThat(figures.get("entity_f1")).isGreaterThanOrEqualTo(.95);
        assertThat(figures.get("relation_f1")).isGreaterThanOrEqualTo(.95);
        assertThat(figures.get("new_brand_f1")).isGreaterThanOrEqualTo(.8);
    }

    @Test
    void aReportOnAnyCatalogueCountsItsFacts(@TempDir Path folder) throws IOException {
        // Given
        Path items = folder.resolve("items.csv");
        Files.write(items, List.of("item,code,description", "1,a,RED OAK BOX", "2,b,LANTERN", "3,c,THING"));
        Path yaml = folder.resolve("products.yaml");
        Files.write(
                yaml,
                List.of(
                        "- id: a",
                        "  name: Tote",
                        "  category: bags",
                        "  description: Made of",
                        "    linen.",
                        "- id: b",
                        "  name: 'Wool Hat'"));

        // When
        Map<String, Double> ofItems = run("--data=" + items);
        Map<String, Double> ofYaml = run("--data=" + yaml);

        // Then
        assertThat(ofItems)
                .containsEntry("products", 3.0)
                .containsEntry("facts", 4.0)
                .containsEntry("products_without", 1.0);
        assertThat(ofYaml).containsEntry("products", 2.0).containsEntry("facts", 4.0);
    }

    private static Map<String, Double> run(String... arguments) throws IOException {
        return figures(GraphQuality.run(GraphQuality.SYNTAX.parse(arguments)));
    }

    private static Map<String, Double> figures(Figures figures) {
        Map<String, Double> byName = new TreeMap<>();
        for (String figure : figures.line().split(" ", -1)) {
            int equals = figure.indexOf('=');
            byName.put(figure.substring(0, equals), Double.valueOf(figure.substring(equals + 1)));
        }
        return byName;
    }
}
