package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void allOptionsAreUnderstood() {
        assertThat(CommandLine.of(
                        "--seed", "-3", "--size", "Large", "--to", "out", "--dirt", "0.001", "--end", "2025-06-29"))
                .isEqualTo(new CommandLine(
                        new ShopSimulation(Size.LARGE, -3, LocalDate.of(2025, 6, 29)), 0.001, Path.of("out")));
    }

    @Test
    void withoutDirtAndEndTheShopIsCleanAndEndsOnItsFixedDay() {
        assertThat(CommandLine.of("--size", "small", "--seed", "1", "--to", "out"))
                .isEqualTo(new CommandLine(new ShopSimulation(Size.SMALL, 1), 0, Path.of("out")));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'',                                        --size is missing",
        "--size huge --seed 1 --to x,               Unknown size huge",
        "--size small --to x,                       --seed is missing",
        "--size small --seed one --to x,            not one",
        "--size small --seed 1,                     --to is missing",
        "--size small --seed 1 --to,                --to needs a value",
        "--size small --seed 1 --to pom.xml,        is a file",
        "--size small --seed 1 --to x --dirt 2,     from 0 to 0.5",
        "--size small --seed 1 --to x --dirt NaN,   from 0 to 0.5",
        "--size small --seed 1 --to x --end never,  not never",
        "--size small --seed 1 --to x --end 0999-01-01,  from 1980 to 2200",
        "--colour red,                              Unknown option --colour"
    })
    void mistakesAreNamedWithTheUsage(String line, String message) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
        assertThatThrownBy(() -> CommandLine.of(args))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith(CommandLine.USAGE);
    }
}
