package io.smartcrm.local.shop;

import java.util.List;

/** A roulette wheel over products: each is hit in proportion to its weight. */
final class Wheel {
    private final int[] members;
    private final double[] upTo;

    Wheel(List<Product> products) {
        members = products.stream().mapToInt(Product::index).toArray();
        upTo = new double[members.length];
    }

    /** Sets the weights, given for all products by index. */
    void weigh(double[] weights) {
        double sum = 0;
        for (int place = 0; place < members.length; place++) {
            sum += weights[members[place]];
            upTo[place] = sum;
        }
    }

    double weight() {
        return upTo[upTo.length - 1];
    }

    /** The index of the product hit. */
    int spin(Dice dice) {
        double ball = dice.uniform() * weight();
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > ball) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return members[low];
    }
}
