package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All known aliases in a trie of normal forms: finds every one that begins at a token. Immutable once made. */
final class Gazetteer {
    private final Node root = new Node();
    private final List<Alias> aliases;

    private Gazetteer(Collection<Alias> aliases) {
        this.aliases = List.copyOf(aliases);
    }

    static Gazetteer of(Collection<Alias> aliases) {
        Gazetteer gazetteer = new Gazetteer(aliases);
        gazetteer.aliases.forEach(gazetteer::add);
        return gazetteer;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final List<Alias> ends = new ArrayList<>(1);
    }

    /** An alias found from one token to before another. */
    record Match(Alias alias, int first, int last) {}

    private void add(Alias alias) {
        Node node = root;
        for (Token token : Tokens.of(alias.words())) {
            node = node.next.computeIfAbsent(token.normal(), any -> new Node());
        }
        node.ends.add(alias);
    }

    List<Alias> aliases() {
        return aliases;
    }

    /** Every alias in a text, overlapping ones too, by where they begin. */
    List<Match> matches(List<Token> tokens) {
        List<Match> matches = new ArrayList<>();
        for (int first = 0; first < tokens.size(); first++) {
            Node node = root;
            for (int last = first; last < tokens.size(); last++) {
                Node next = node.next.get(tokens.get(last).normal());
                if (next == null) {
                    break;
                }
                node = next;
                for (Alias alias : node.ends) {
                    if (!alias.needsCapitals() || tokens.get(first).text().equals(alias.words())) {
                        matches.add(new Match(alias, first, last + 1));
                    }
                }
            }
        }
        return matches;
    }

    /** The aliases of exactly these words. */
    List<Alias> of(String words) {
        List<Token> tokens = Tokens.of(words);
        return matches(tokens).stream()
                .filter(match -> match.first() == 0 && match.last() == tokens.size())
                .map(Match::alias)
                .toList();
    }
}
