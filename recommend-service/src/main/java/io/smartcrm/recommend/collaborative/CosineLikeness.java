package io.smartcrm.recommend.collaborative;

/** The items most like each other by any features of theirs. */
public final class CosineLikeness {
    private CosineLikeness() {}

    /**
     * Row i of the result holds the rows most like i by cosine, most similar first.
     *
     * @param features row i: the features of item i, not negative, of Euclidean length 1 or none at all
     */
    public static SparseMatrix of(SparseMatrix features, int neighbours) {
        return CommonCustomers.closest(
                features, features.transposed(), neighbours, (item, other, product) -> Math.min(1, product));
    }
}
