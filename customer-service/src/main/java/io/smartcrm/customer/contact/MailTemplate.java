package io.smartcrm.customer.contact;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with named places, such as {@code Dear {{name}}}. */
final class MailTemplate {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

    private MailTemplate() {}

    /** A place that nothing is known for: a letter with a hole is not sent. */
    static final class Hole extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Hole(String place) {
            super("nothing is known for {{" + place + "}}");
        }
    }

    /** @throws Hole when a place stays empty */
    static String text(String template, Map<String, String> facts) {
        return filled(template, facts, UnaryOperator.identity());
    }

    /** In one line, as a subject must be: a line break in a fact would begin a header of its own. */
    static String line(String template, Map<String, String> facts) {
        return text(template, facts).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** What is put in is text and never markup. */
    static String html(String template, Map<String, String> facts) {
        return filled(template, facts, MailTemplate::escaped);
    }

    private static String filled(String template, Map<String, String> facts, UnaryOperator<String> escape) {
        Matcher places = PLACE.matcher(template);
        var filled = new StringBuilder();
        while (places.find()) {
            String fact = facts.getOrDefault(places.group(1), "");
            if (fact.isBlank()) {
                throw new Hole(places.group(1));
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(escape.apply(fact)));
        }
        return places.appendTail(filled).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
