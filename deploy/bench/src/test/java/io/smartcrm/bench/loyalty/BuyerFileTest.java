package io.smartcrm.bench.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuyerFileTest {
    private static final LocalDate END = LocalDate.parse("1997-09-30");

    @TempDir
    Path folder;

    @Test
    void severalPurchasesOfOneDayCountOnce() throws IOException {
        // Given
        Path file = file("customer,date,amount", "a,1997-01-01,10", "a,1997-01-15,4", "a,1997-01-15,2", "b,19970923,7");

        // When
        Buyers buyers = new BuyerFile(file).transactions(END, Optional.empty(), 7);

        // Then
        assertThat(buyers.x()).containsExactly(1, 0);
        assertThat(buyers.last()).containsExactly(2, 0);
        assertThat(buyers.length()[1]).isEqualTo(1);
        assertThat(buyers.mean()).containsExactly(6, 0);
    }

    @Test
    void whatComesAfterTheCalibrationIsHeldOut() throws IOException {
        // Given
        Path file = file("00004 0001 19970101 2 29.33", "00004 0001 19971002 1 3", "00009 0002 19971101 1 3");

        // When
        Buyers buyers = new BuyerFile(file).transactions(END, Optional.of(LocalDate.parse("1998-06-30")), 7);

        // Then
        assertThat(buyers.size()).isEqualTo(1);
        assertThat(buyers.holdout()).containsExactly(1);
    }

    @Test
    void aSummaryIsTakenAsItIs() throws IOException {
        // When
        Buyers buyers = new BuyerFile(file("x,t_x,T,m_x", "2,30.43,38.86,22.35", "0,0,38.86,0")).summary();

        // Then
        assertThat(buyers.x()).containsExactly(2, 0);
        assertThat(buyers.mean()[0]).isEqualTo(22.35);
        assertThat(buyers.paying()).containsExactly(0);
    }

    @Test
    void aLineWithoutADateIsNamed() throws IOException {
        // Given
        Path file = file("a,1997-01-01,10", "b,yesterday,4");

        // Then
        assertThatThrownBy(() -> new BuyerFile(file).transactions(END, Optional.empty(), 7))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no date");
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("buyers.txt"), String.join("\n", lines));
    }
}
