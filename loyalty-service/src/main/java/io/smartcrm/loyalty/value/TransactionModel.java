package io.smartcrm.loyalty.value;

import java.util.List;

/**
 * How customers buy until they silently stop, with parameters. While alive a customer buys at a rate; rates differ by a
 * gamma distribution of the first two parameters (shape r, rate alpha); the other two say how they stop.
 */
public sealed interface TransactionModel permits BgNbd, ParetoNbd {
    /** The models that can be fitted. */
    enum Kind {
        /** Fader, Hardie and Lee, Marketing Science 24 (2005) 275: may stop after each repeat purchase. */
        BGNBD("a", "b"),
        /** Batislam, Denizel and Filiztekin, IJRM 24 (2007) 201: also after the first. */
        MBGNBD("a", "b"),
        /** Schmittlein, Morrison and Colombo, Management Science 33 (1987) 1: may stop at any time. */
        PARETONBD("s", "beta");

        private final String third;
        private final String fourth;

        Kind(String third, String fourth) {
            this.third = third;
            this.fourth = fourth;
        }

        public String parameter(int index) {
            return List.of("r", "alpha", third, fourth).get(index);
        }

        public TransactionModel with(double[] parameters) {
            return switch (this) {
                case BGNBD -> new BgNbd(false, parameters[0], parameters[1], parameters[2], parameters[3]);
                case MBGNBD -> new BgNbd(true, parameters[0], parameters[1], parameters[2], parameters[3]);
                case PARETONBD -> new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
            };
        }
    }

    Kind kind();

    double[] parameters();

    /**
     * The log-likelihood of histories; its derivatives by the parameters are put into the gradient.
     *
     * @param gradient four places
     */
    double logLikelihood(Histories histories, double[] gradient);

    /** Probability that a customer with this history still buys. */
    double alive(int x, double last, double length);

    /** Purchases expected of the customer in the time after the history. */
    double expected(int x, double last, double length, double time);

    /** Repeat purchases expected of a customer of whom nothing is known, up to a time after the first purchase. */
    double expected(double time);
}
