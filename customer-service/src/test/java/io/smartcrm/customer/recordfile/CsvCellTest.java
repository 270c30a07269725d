package io.smartcrm.customer.recordfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        plain       ~ plain
        ``          ~ ``
        a,b         ~ "a,b"
        say "hi"    ~ "say ""hi""\"
        =1+1        ~ '=1+1
        +cmd        ~ '+cmd
        -cmd|calc   ~ '-cmd|calc
        @SUM(A1)    ~ '@SUM(A1)
        -10         ~ -10
        +1.5        ~ +1.5
        -1-1        ~ '-1-1
        """)
    void aCellNeverStartsAFormula(String text, String cell) {
        // When
        var written = CsvCell.of(text);

        // Then
        assertThat(written).isEqualTo(cell);
    }
}
