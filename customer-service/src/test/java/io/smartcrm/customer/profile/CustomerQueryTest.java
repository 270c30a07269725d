package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerQueryTest {
    @ParameterizedTest(name = "''{0}''")
    @CsvSource({
        "'',NEWEST_FIRST",
        "create_time desc,NEWEST_FIRST",
        "create_time,OLDEST_FIRST",
        "'  create_time   desc ',NEWEST_FIRST"
    })
    void customersAreOrderedByCreationTime(String orderBy, CustomerQuery.Order expected) {
        // Given
        // When
        var query = CustomerQuery.parse("", orderBy, 0, "");

        // Then
        assertThat(query.order()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "create_time asc", "create_time desc, id", "createTime"})
    void anyOtherOrderIsRefused(String orderBy) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> CustomerQuery.parse("", orderBy, 0, ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("orderBy");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 501, Integer.MIN_VALUE})
    void aPageSizeOutOfRangeIsRefused(int pageSize) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> CustomerQuery.parse("", "", pageSize, ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("pageSize");
    }

    @Test
    void aTokenContinuesItsQueryHoweverThatIsSpaced() {
        // Given
        var last = CustomerFixtures.customer();
        String token =
                CustomerQuery.parse("country = \"GB\"", "create_time", 10, "").tokenAfter(last);

        // When
        var next = CustomerQuery.parse("country=\"GB\"", " create_time", 20, token);

        // Then
        assertThat(next.after())
                .hasValueSatisfying(position ->
                        assertThat(position.id()).isEqualTo(last.id().value()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {"country = \"FR\",create_time", "``,create_time", "country = \"GB\",``"})
    void aTokenOfAnotherQueryIsRefused(String filter, String orderBy) {
        // Given
        String token =
                CustomerQuery.parse("country = \"GB\"", "create_time", 10, "").tokenAfter(CustomerFixtures.customer());

        // When
        var refused = assertThatThrownBy(() -> CustomerQuery.parse(filter, orderBy, 10, token));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("belongs to another query");
    }

    @Test
    void aNamePrefixStandsForItselfInTheDatabase() {
        // Given
        var query = CustomerQuery.parse("name : \"50%_\\\\\"", "", 10, "");

        // When
        var select = CustomerStore.select(query);

        // Then
        assertThat(select.sql())
                .endsWith("from customer where lower(name) like lower(?1)"
                        + " order by create_time desc, id desc limit ?2");
        assertThat(select.parameters()).containsExactly("50\\%\\_\\\\%", 11);
    }
}
