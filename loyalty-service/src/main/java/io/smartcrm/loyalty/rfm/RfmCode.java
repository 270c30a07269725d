package io.smartcrm.loyalty.rfm;

/** Three scores, each from 1 (lowest fifth) to 5 (highest). */
public record RfmCode(int recency, int frequency, int monetary) {
    public RfmCode {
        requireScore("recency", recency);
        requireScore("frequency", frequency);
        requireScore("monetary", monetary);
    }

    /** The joint score of frequency and monetary: their mean, halves rounded up. */
    public int frequencyMonetary() {
        return (frequency + monetary + 1) / 2;
    }

    public Segment segment() {
        return Segment.of(recency, frequencyMonetary());
    }

    /** From 1 (lowest in all) to 5 (highest in all). */
    public double weightedSum(RfmWeights weights) {
        return weights.recency() * recency + weights.frequency() * frequency + weights.monetary() * monetary;
    }

    /** The three digits, e.g. "543". */
    public String digits() {
        return "" + recency + frequency + monetary;
    }

    private static void requireScore(String name, int score) {
        if (score < 1 || score > Quintiles.FIFTHS) {
            throw new IllegalArgumentException(name + " is " + score + ", not from 1 to 5");
        }
    }
}
