package io.smartcrm.customer.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFilterTest {
    private enum Shelf implements FilterForm {
        COLOUR("colour", Operator.EQUALS, "red"),
        TITLE("title", Operator.STARTS_WITH, "A");

        private final String field;
        private final Operator operator;
        private final String example;

        Shelf(String field, Operator operator, String example) {
            this.field = field;
            this.operator = operator;
            this.example = example;
        }

        @Override
        public String field() {
            return field;
        }

        @Override
        public Operator operator() {
            return operator;
        }

        @Override
        public String example() {
            return example;
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "colour = \"red\"         | COLOUR | red",
                "colour=\"red\"           | COLOUR | red",
                "title : \"A b\"          | TITLE  | A b",
                "title:\"say \\\"hi\\\"\" | TITLE  | say \"hi\"",
                "title : \"a\\\\b\"       | TITLE  | a\\b"
            })
    void aFilterIsFieldOperatorAndQuotedValue(String text, Shelf form, String value) {
        // Given
        var forms = Shelf.class;

        // When
        var filter = ListFilter.parse(text, forms);

        // Then
        assertThat(filter).contains(new ListFilter<>(form, value));
    }

    @Test
    void noTextIsNoFilter() {
        // Given
        String text = "";

        // When
        var filter = ListFilter.parse(text, Shelf.class);

        // Then
        assertThat(filter).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "red",
                "colour = red",
                "colour : \"red\"",
                "title = \"A\"",
                "size = \"L\"",
                "colour = \"red\" or title : \"A\"",
                "colour = \"re\"d\"",
                "colour = \"red\\\"",
                " "
            })
    void anythingElseIsRefusedWithAllTheFormsThereAre(String text) {
        // Given
        var forms = Shelf.class;

        // When
        var refused = assertThatThrownBy(() -> ListFilter.parse(text, forms));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("colour = \"red\", title : \"A\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "a\nb"})
    void aValueThatCannotBeStoredIsRefused(String value) {
        // Given
        String text = "colour = \"" + value + "\"";

        // When
        var refused = assertThatThrownBy(() -> ListFilter.parse(text, Shelf.class));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("value of colour");
    }

    @Test
    void aLongTextIsRefusedBeforeItIsRead() {
        // Given
        String text = "colour = \"" + "\\\\".repeat(100_000) + "\"";

        // When
        var refused = assertThatThrownBy(() -> ListFilter.parse(text, Shelf.class));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("longer than");
    }
}
