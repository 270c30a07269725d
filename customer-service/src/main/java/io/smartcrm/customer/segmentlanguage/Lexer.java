package io.smartcrm.customer.segmentlanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits the text of a segment into its words. */
final class Lexer {
    private static final Set<String> PAIRS = Set.of("!=", "<=", ">=", "<>");
    private static final String SINGLES = "=<>(),.";
    private static final String ARITHMETIC = "+-*/%^";
    private static final String PATTERNS = "~?$";
    private static final int MAX_NUMBER = 30;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Lexer(String text) {
        this.text = text;
    }

    /** @throws SyntaxRefused at the first character that belongs to no word */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.skipSpace()) {
            lexer.read();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", lexer.position()));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
            at++;
        }
        return at < text.length();
    }

    private Position position() {
        return new Position(line, text.codePointCount(lineStart, at) + 1);
    }

    private void read() {
        char first = text.charAt(at);
        if (first == '\'') {
            readText();
        } else if (Character.isLetter(first) || first == '_') {
            take(Token.Kind.NAME, end(Lexer::inName));
        } else if (digit(first) || (first == '-' && digit(peek(1)))) {
            readNumber();
        } else if (PAIRS.contains(text.substring(at, Math.min(at + 2, text.length())))) {
            take(Token.Kind.SYMBOL, at + 2);
        } else if (SINGLES.indexOf(first) >= 0) {
            take(Token.Kind.SYMBOL, at + 1);
        } else {
            throw unknown(first);
        }
    }

    private void readText() {
        Position start = position();
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\'' && peek(0) != '\'') {
                tokens.add(new Token(Token.Kind.TEXT, value.toString(), start));
                return;
            }
            if (Character.isISOControl(next)) {
                throw new SyntaxRefused(start, "a text ends on its line and holds no control characters");
            }
            at += next == '\'' ? 1 : 0;
            value.append(next);
        }
        throw new SyntaxRefused(start, "this text has no closing quote");
    }

    private void readNumber() {
        int end = at + 1;
        while (digit(charAt(end))) {
            end++;
        }
        if (charAt(end) == '.' && digit(charAt(end + 1))) {
            end++;
            while (digit(charAt(end))) {
                end++;
            }
        }
        if (end - at > MAX_NUMBER) {
            throw new SyntaxRefused(position(), "a number has at most " + MAX_NUMBER + " digits");
        }
        take(Token.Kind.NUMBER, end);
    }

    private void take(Token.Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(at, end), position()));
        at = end;
    }

    private interface Chars {
        boolean belongs(char character);
    }

    private int end(Chars chars) {
        int end = at + 1;
        while (end < text.length() && chars.belongs(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean inName(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }

    private char peek(int ahead) {
        return charAt(at + ahead);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private SyntaxRefused unknown(char found) {
        if (found == '"' || found == '“' || found == '‘' || found == '`') {
            return new SyntaxRefused(position(), "a text stands in single quotes, such as 'FR'");
        }
        String shown = new String(Character.toChars(text.codePointAt(at)));
        if (ARITHMETIC.indexOf(found) >= 0) {
            return new SyntaxRefused(position(), "'" + shown + "': the language does not calculate");
        }
        if (PATTERNS.indexOf(found) >= 0) {
            return new SyntaxRefused(
                    position(), "'" + shown + "': the language has no patterns; there is: starts with 'text'");
        }
        return new SyntaxRefused(
                position(),
                Character.isISOControl(found)
                        ? "a control character has no meaning here"
                        : "'" + shown + "' has no meaning here");
    }
}
