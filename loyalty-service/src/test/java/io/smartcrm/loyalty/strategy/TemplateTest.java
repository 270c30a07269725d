package io.smartcrm.loyalty.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
    @ParameterizedTest
    @MethodSource("io.smartcrm.loyalty.strategy.Template#all")
    void everyTemplateCanBeWrittenAsItIs(Template template) {
        // When // Then
        assertThatCode(() -> DefinitionCheck.check(template.definition())).doesNotThrowAnyException();
        assertThat(template.definition().holdOut()).isEqualTo(0.1);
    }

    @Test
    void allOfThemCanRunTogether() {
        // Given
        List<Definition> all = Template.all().stream().map(Template::definition).toList();

        // When // Then
        assertThat(all).hasSizeGreaterThanOrEqualTo(10);
        assertThat(all).extracting(Definition::priority).doesNotHaveDuplicates();
        assertThat(LoopCheck.find(all)).isEmpty();
    }
}
