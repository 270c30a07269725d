package io.smartcrm.local.shop;

import java.util.ArrayList;
import java.util.List;

/** What customers and agents write to each other. */
final class CaseScripts {
    static final List<String> TOPICS = List.of("delivery", "damage", "size", "return", "invoice");

    private final List<List<String>> rows = Vocabulary.table("cases.txt");

    /** A conversation of two or four messages that the customer begins and the agent ends. */
    List<Line> talk(String topic, String language, Dice dice) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("customer", dice.pick(texts(topic, language))));
        lines.add(new Line("agent", dice.pick(texts("answer", language))));
        if (dice.chance(0.4)) {
            lines.add(new Line("customer", dice.pick(texts("again", language))));
            lines.add(new Line("agent", dice.pick(texts("goodbye", language))));
        }
        return lines;
    }

    private List<String> texts(String part, String language) {
        return rows.stream()
                .filter(row -> row.get(0).equals(part) && row.get(1).equals(language))
                .map(row -> row.get(2))
                .toList();
    }

    record Line(String from, String text) {}
}
