package io.smartcrm.customer.sentiment;

/** What speaks for each tone. */
record Weight(double negative, double neutral, double positive) {
    static final Weight NONE = new Weight(0, 0, 0);

    Weight plus(Weight other, double share) {
        return new Weight(
                negative + share * other.negative, neutral + share * other.neutral, positive + share * other.positive);
    }

    /** As chances, which sum up to 1. */
    Weight chances() {
        double most = Math.max(neutral, Math.max(negative, positive));
        double total = Math.exp(negative - most) + Math.exp(neutral - most) + Math.exp(positive - most);
        return new Weight(
                Math.exp(negative - most) / total, Math.exp(neutral - most) / total, Math.exp(positive - most) / total);
    }

    Tone strongest() {
        if (neutral >= negative && neutral >= positive) {
            return Tone.NEUTRAL;
        }
        return negative > positive ? Tone.NEGATIVE : Tone.POSITIVE;
    }
}
