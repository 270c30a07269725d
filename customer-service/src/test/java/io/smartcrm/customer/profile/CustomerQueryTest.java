package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.attribute.AttributeDefinition;
import io.smartcrm.customer.attribute.AttributeSchema;
import io.smartcrm.customer.attribute.AttributeType;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerQueryTest {
    private static final AttributeSchema SCHEMA = new AttributeSchema(List.of(
            definition("size", AttributeType.TEXT, true),
            definition("weight", AttributeType.NUMBER, true),
            definition("secret", AttributeType.TEXT, false)));

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

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "country = \"GB\" and tag = \"vip\",beside createTime",
                "country = \"GB\" and country = \"FR\",twice",
                "createTime >= \"yesterday\",not a time",
                "createTime = \"2026-01-01T00:00:00Z\",is not one of",
            })
    void aFilterThatNoIndexAnswersIsRefused(String filter, String why) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> CustomerQuery.parse(filter, "", 10, ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining(why);
    }

    @Test
    void aRangeOfTimesStandsBesideAFilter() {
        // Given
        // When
        var query = CustomerQuery.parse("tag = \"a and b\" and createTime >= \"2026-01-01T00:00:00Z\"", "", 10, "");

        // Then
        assertThat(query.filter())
                .hasValueSatisfying(filter -> assertThat(filter.value()).isEqualTo("a and b"));
        assertThat(query.from()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(query.before()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"size:L,attribute:size=L", "weight:2.50,attribute:weight=2.5", "weight:3.0,attribute:weight=3"})
    void anIndexedAttributeIsAFacet(String filter, String facet) {
        // Given
        var query = CustomerQuery.parse("attribute = \"" + filter + "\"", "", 10, "");

        // When
        var found = query.facet(SCHEMA);

        // Then
        assertThat(found).contains(facet);
    }

    @ParameterizedTest
    @CsvSource({
        "colour:red,is not defined",
        "secret:x,is not indexed",
        "weight:heavy,is not a number",
        "size,such as size:L"
    })
    void anAttributeThatCannotBeFoundIsRefused(String filter, String why) {
        // Given
        var query = CustomerQuery.parse("attribute = \"" + filter + "\"", "", 10, "");

        // When
        var refused = assertThatThrownBy(() -> query.facet(SCHEMA));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining(why);
    }

    private static AttributeDefinition definition(String name, AttributeType type, boolean indexed) {
        return new AttributeDefinition(
                name, type, "", indexed, 500, "", "", List.of(), CustomerFixtures.NOW, CustomerFixtures.NOW, 1);
    }
}
