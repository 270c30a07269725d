package io.smartcrm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Syntax SYNTAX = new Syntax("sample --rows N", Set.of("rows", "file", "param"), Set.of("dry"));

    @Test
    void valuesFlagsAndRepeatedOptionsAreRead() {
        // When
        Arguments arguments = parse("--rows", "12", "--param", "a=1", "--param=b=2", "--dry");

        // Then
        assertThat(arguments.requiredPositive("rows")).isEqualTo(12);
        assertThat(arguments.all("param")).containsExactly("a=1", "b=2");
        assertThat(arguments.has("dry")).isTrue();
        assertThat(arguments.number("seed", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1.5", "many", "", "99999999999"})
    void aCountThatIsNotAPositiveWholeNumberIsNamed(String value) {
        // Given
        Arguments arguments = parse("--rows", value);

        // When / Then
        assertThatThrownBy(() -> arguments.requiredPositive("rows"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--rows")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("usage: sample");
    }

    @Test
    void aMissingOptionIsNamed() {
        // Given
        Arguments arguments = parse();

        // When / Then
        assertThatThrownBy(() -> arguments.requiredText("rows")).hasMessageContaining("--rows is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "rows", "--file", "-r"})
    void unknownStrayAndUnfinishedArgumentsAreRefused(String argument) {
        // When / Then
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("usage: sample");
    }

    @Test
    void anOptionGivenTwiceIsRefusedWhereOneValueIsMeant() {
        // Given
        Arguments arguments = parse("--rows", "1", "--rows", "2");

        // When / Then
        assertThatThrownBy(() -> arguments.requiredText("rows")).hasMessageContaining("given 2 times");
    }

    @Test
    void anAbsentFileIsNamed(@TempDir Path folder) {
        // Given
        Path absent = folder.resolve("absent.csv");
        Arguments arguments = parse("--file", absent.toString());

        // When / Then
        assertThatThrownBy(() -> arguments.readableFile("file"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(absent.toString());
    }

    private static Arguments parse(String... args) {
        return SYNTAX.parse(args);
    }
}
