package io.smartcrm.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailTemplateTest {
    private static final Map<String, String> FACTS =
            Map.of("name", "Ada <b>&\"$1\\", "points", "120", "tier", " ", "evil", "x\r\nBcc: all@example.org");

    @Test
    void placesAreFilled() {
        // When // Then
        assertThat(MailTemplate.text("Dear {{name}}, {{ points }} points.", FACTS))
                .isEqualTo("Dear Ada <b>&\"$1\\, 120 points.");
    }

    @Test
    void whatIsPutIntoMarkupIsText() {
        // When // Then
        assertThat(MailTemplate.html("<p>{{name}}</p>", FACTS)).isEqualTo("<p>Ada &lt;b&gt;&amp;&quot;$1\\</p>");
    }

    @Test
    void aFactCannotBeginAHeader() {
        // When // Then
        assertThat(MailTemplate.line("Hello {{evil}}", FACTS)).isEqualTo("Hello x Bcc: all@example.org");
    }

    @Test
    void aHoleIsNamed() {
        // When // Then
        assertThatThrownBy(() -> MailTemplate.text("{{tier}}", FACTS))
                .isInstanceOf(MailTemplate.Hole.class)
                .hasMessageContaining("{{tier}}");
        assertThatThrownBy(() -> MailTemplate.text("{{voucher}}", FACTS)).isInstanceOf(MailTemplate.Hole.class);
    }
}
