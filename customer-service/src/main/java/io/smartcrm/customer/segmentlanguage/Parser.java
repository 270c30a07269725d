package io.smartcrm.customer.segmentlanguage;

import io.smartcrm.customer.segmentlanguage.Clause.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a segment by recursive descent. Its grammar; words may be written in capitals too:
 * <pre>
 * segment     = disjunction ;
 * disjunction = conjunction { "or" conjunction } ;
 * conjunction = negation { "and" negation } ;
 * negation    = "not" negation | "(" disjunction ")" | clause ;
 * clause      = term [ comparison ] ;
 * term        = name { "." name } [ "(" argument { "," argument } ")" ] ;
 * argument    = "last" number unit | name value | value ;
 * unit        = "hour" | "day" | "week" | "month" | "year" , each with or without "s" ;
 * comparison  = ( "=" | "!=" | "&lt;&gt;" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) value
 *             | [ "not" ] "in" "(" value { "," value } ")"
 *             | "between" value "and" value
 *             | "starts" "with" text
 *             | "is" [ "not" ] "known" ;
 * value       = text | number [ currency ] | "true" | "false" ;
 * text        = "'" { character | "''" } "'" ;
 * number      = [ "-" ] digit { digit } [ "." digit { digit } ] ;
 * currency    = capital capital capital ;
 * name        = ( letter | "_" ) { letter | digit | "_" } ;
 * </pre>
 */
final class Parser {
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "between", "starts", "is", "true", "false", "last");
    private static final Set<String> PATTERNS = Set.of("like", "ilike", "matches", "regex", "contains");

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int clauses;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws SyntaxRefused at the first problem */
    static Condition<Clause> parse(String text) {
        var parser = new Parser(Lexer.tokens(text));
        Condition<Clause> segment = parser.disjunction();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.expected("'and', 'or' or the end");
        }
        return segment;
    }

    private Condition<Clause> disjunction() {
        List<Condition<Clause>> parts = separated("or", this::conjunction);
        return parts.size() == 1 ? parts.get(0) : new Condition.Any<>(parts);
    }

    private Condition<Clause> conjunction() {
        List<Condition<Clause>> parts = separated("and", this::negation);
        return parts.size() == 1 ? parts.get(0) : new Condition.All<>(parts);
    }

    private List<Condition<Clause>> separated(String word, Supplier<Condition<Clause>> part) {
        List<Condition<Clause>> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (takeWord(word));
        return parts;
    }

    private Condition<Clause> negation() {
        if (++depth > Limits.DEPTH) {
            throw new SyntaxRefused(peek().position(), "conditions are nested deeper than " + Limits.DEPTH + " levels");
        }
        try {
            if (takeWord("not")) {
                return new Condition.Not<>(negation());
            }
            if (!take("(")) {
                return new Condition.One<>(clause());
            }
            Condition<Clause> inner = disjunction();
            expect(")");
            return inner;
        } finally {
            depth--;
        }
    }

    private Clause clause() {
        Position position = peek().position();
        if (++clauses > Limits.CLAUSES) {
            throw new SyntaxRefused(position, "a segment has at most " + Limits.CLAUSES + " clauses");
        }
        List<Argument> arguments = new ArrayList<>();
        String name = name("a term, such as country or orders.count");
        if (Clause.FAMILIES.contains(name) && take(".")) {
            Position member = peek().position();
            arguments.add(new Argument.Plain(new Literal.Text(word("the name of the " + name)), member));
        }
        if (take("(")) {
            do {
                arguments.add(argument());
            } while (take(","));
            expect(")");
        }
        return new Clause(name, arguments, position, comparison());
    }

    private String name(String what) {
        var name = new StringBuilder(word(what));
        while (peek().is(".") && !Clause.FAMILIES.contains(name.toString())) {
            at++;
            name.append('.').append(word("a name"));
        }
        return name.toString();
    }

    private String word(String what) {
        Token token = peek();
        boolean member = at > 0 && tokens.get(at - 1).is(".");
        if (token.kind() != Token.Kind.NAME || (!member && reserved(token.text()))) {
            throw expected(what);
        }
        at++;
        return token.text();
    }

    private Argument argument() {
        Position position = peek().position();
        if (takeWord("last")) {
            return new Argument.Last(span(), position);
        }
        if (peek().kind() == Token.Kind.NAME && !peek().isWord("true") && !peek().isWord("false")) {
            return new Argument.Named(word("an argument"), value(), position);
        }
        return new Argument.Plain(value(), position);
    }

    private Span span() {
        Token number = next(Token.Kind.NUMBER, "a number, as in: last 90 days");
        Position unitAt = peek().position();
        Span.Unit unit = Span.Unit.of(next(Token.Kind.NAME, "hours, days, weeks, months or years")
                        .text())
                .orElseThrow(() -> new SyntaxRefused(
                        unitAt,
                        "expected hours, days, weeks, months or years, found "
                                + tokens.get(at - 1).shown()));
        try {
            return new Span(Integer.parseInt(number.text()), unit);
        } catch (IllegalArgumentException outOfRange) {
            throw new SyntaxRefused(
                    number.position(),
                    "a span is a whole number from 1, and at most 100 years; found " + number.text());
        }
    }

    private Optional<Comparison> comparison() {
        Position position = peek().position();
        for (Operator operator : List.of(
                Operator.EQUAL, Operator.UNEQUAL, Operator.AT_MOST, Operator.AT_LEAST, Operator.LESS, Operator.MORE)) {
            if (take(operator.text()) || (operator == Operator.UNEQUAL && take("<>"))) {
                return compared(operator, List.of(value()), position);
            }
        }
        if (takeWord("in")) {
            return compared(Operator.IN, list(), position);
        }
        if (peek().isWord("not")) {
            at++;
            expectWord("in");
            return compared(Operator.NOT_IN, list(), position);
        }
        if (takeWord("between")) {
            Literal low = value();
            expectWord("and");
            return compared(Operator.BETWEEN, List.of(low, value()), position);
        }
        if (takeWord("starts")) {
            expectWord("with");
            return compared(Operator.STARTS_WITH, List.of(value()), position);
        }
        if (takeWord("is")) {
            Operator operator = takeWord("not") ? Operator.UNKNOWN : Operator.KNOWN;
            expectWord("known");
            return compared(operator, List.of(), position);
        }
        if (peek().kind() == Token.Kind.NAME && PATTERNS.contains(lower(peek().text()))) {
            throw new SyntaxRefused(
                    position, peek().shown() + ": the language has no patterns; there is: starts with 'text'");
        }
        return Optional.empty();
    }

    private static Optional<Comparison> compared(Operator operator, List<Literal> values, Position position) {
        return Optional.of(new Comparison(operator, values, position));
    }

    private List<Literal> list() {
        expect("(");
        List<Literal> values = new ArrayList<>();
        do {
            if (values.size() == Limits.VALUES) {
                throw new SyntaxRefused(peek().position(), "a list has at most " + Limits.VALUES + " values");
            }
            values.add(value());
        } while (take(","));
        expect(")");
        return values;
    }

    private Literal value() {
        Token token = peek();
        if (token.isWord("true") || token.isWord("false")) {
            at++;
            return new Literal.Truth(token.isWord("true"));
        }
        if (token.kind() == Token.Kind.TEXT) {
            at++;
            return new Literal.Text(token.text());
        }
        if (token.kind() != Token.Kind.NUMBER) {
            throw expected("a value: a text in single quotes, a number, an amount such as 100 EUR, true or false");
        }
        at++;
        BigDecimal number = new BigDecimal(token.text());
        if (peek().kind() == Token.Kind.NAME && peek().text().matches("[A-Z]{3}") && !reserved(peek().text())) {
            return new Literal.Amount(number, tokens.get(at++).text());
        }
        return new Literal.Numeral(number);
    }

    private static boolean reserved(String word) {
        return RESERVED.contains(lower(word));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String symbol) {
        boolean taken = peek().is(symbol);
        at += taken ? 1 : 0;
        return taken;
    }

    private boolean takeWord(String word) {
        boolean taken = peek().isWord(word);
        at += taken ? 1 : 0;
        return taken;
    }

    private void expect(String symbol) {
        if (!take(symbol)) {
            throw expected("'" + symbol + "'");
        }
    }

    private void expectWord(String word) {
        if (!takeWord(word)) {
            throw expected("'" + word + "'");
        }
    }

    private Token next(Token.Kind kind, String what) {
        if (peek().kind() != kind) {
            throw expected(what);
        }
        return tokens.get(at++);
    }

    private SyntaxRefused expected(String what) {
        return new SyntaxRefused(peek().position(), "expected " + what + ", found " + peek().shown());
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
