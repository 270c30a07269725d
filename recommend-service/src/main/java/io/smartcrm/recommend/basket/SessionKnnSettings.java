package io.smartcrm.recommend.basket;

/**
 * How {@link SessionKnn} compares.
 *
 * @param sample latest sessions with an item of the current one that are compared, at least 1
 * @param neighbours most similar of these that are asked, at least 1
 * @param longest items of the current session that count, the last ones, at least 1
 */
public record SessionKnnSettings(int sample, int neighbours, int longest) {
    public static final SessionKnnSettings DEFAULT = new SessionKnnSettings(1_000, 200, 50);

    public SessionKnnSettings {
        if (sample < 1 || neighbours < 1 || longest < 1) {
            throw new IllegalArgumentException("sample, neighbours and longest must be at least 1: " + sample + ", "
                    + neighbours + ", " + longest);
        }
    }
}
