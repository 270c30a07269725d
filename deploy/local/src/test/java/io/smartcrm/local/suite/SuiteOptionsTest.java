package io.smartcrm.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteOptionsTest {
    @Test
    void withoutArgumentsTheUsualPortsTheHomeFolderAndTheDemoShopAreTaken() {
        // When
        SuiteOptions options = SuiteOptions.parse(List.of(), Map.of());

        // Then
        assertThat(options.data()).isEqualTo(Path.of(System.getProperty("user.home"), ".smartcrm"));
        assertThat(options.ports()).isEqualTo(SuitePorts.usual());
        assertThat(options.demo()).isTrue();
        assertThat(options.has(Wish.FRESH)).isFalse();
    }

    @Test
    void theEnvironmentNamesAnotherFolderAndTheArgumentOverridesIt() {
        // Given
        Map<String, String> environment = Map.of("SMARTCRM_HOME", "/srv/one");

        // When
        SuiteOptions fromEnvironment = SuiteOptions.parse(List.of(), environment);
        SuiteOptions fromArgument = SuiteOptions.parse(List.of("--data", "/srv/two"), environment);

        // Then
        assertThat(fromEnvironment.data()).isEqualTo(Path.of("/srv/one"));
        assertThat(fromArgument.data()).isEqualTo(Path.of("/srv/two"));
    }

    @Test
    void portsFromGivesTenPortsInARowToAllParts() {
        // When
        SuitePorts ports =
                SuiteOptions.parse(List.of("--ports-from", "21000"), Map.of()).ports();

        // Then
        assertThat(ports.gateway()).isEqualTo(21000);
        assertThat(ports.servers()).extracting(SuitePorts.Use::port).containsExactly(21007, 21008, 21009, 21005, 21006);
        assertThat(ports.services())
                .extracting(SuitePorts.Use::port)
                .containsExactly(21001, 21002, 21003, 21004, 21000);
    }

    @Test
    void serversAloneCannotHoldTheDemoShop() {
        // When
        SuiteOptions options = SuiteOptions.parse(List.of("--servers-only", "--figures", "--fresh"), Map.of());

        // Then
        assertThat(options.has(Wish.SERVERS_ONLY)).isTrue();
        assertThat(options.demo()).isFalse();
        assertThat(options.has(Wish.FIGURES)).isTrue();
        assertThat(options.has(Wish.FRESH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ports-from 80",
                "--ports-from 65530",
                "--ports-from many",
                "--data",
                "--data --fresh",
                "--quickly"
            })
    void aWrongArgumentIsNamed(String line) {
        // Given
        List<String> arguments = List.of(line.split(" ", -1));

        // When, Then
        assertThatThrownBy(() -> SuiteOptions.parse(arguments, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(arguments.get(0));
    }
}
