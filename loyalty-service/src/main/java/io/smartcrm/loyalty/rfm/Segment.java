package io.smartcrm.loyalty.rfm;

import static java.util.Objects.checkIndex;

import java.util.Arrays;
import java.util.List;

/**
 * Named groups of customers by recency score R and the joint frequency and monetary score FM.
 *
 * <p>The names and their ranges are the eleven segments published by Putler ("RFM Analysis for Successful Customer
 * Segmentation", putler.com/rfm-analysis), given beside each name. Those ranges overlap; each cell of the grid here lies
 * within the range of its segment, and among several the one with the narrowest range has it. Where two are equally
 * narrow their published descriptions decide: the customer of R 4, FM 1 is new rather than promising; FM 2 is about to
 * sleep, because attention is for those above the average; hibernating stands between about to sleep and lost.
 */
public enum Segment {
    /** R 4-5, FM 4-5: bought recently, buy often and spend the most. */
    CHAMPIONS,
    /** R 2-5, FM 3-5: spend good money often. */
    LOYAL,
    /** R 3-5, FM 1-3: recent customers who bought more than once. */
    POTENTIAL_LOYALIST,
    /** R 4-5, FM 0-1: bought recently, but not often. */
    NEW_CUSTOMERS,
    /** R 3-4, FM 0-1: recent shoppers who have not spent much. */
    PROMISING,
    /** R 2-3, FM 2-3: above average, but may not have bought very recently. */
    NEED_ATTENTION,
    /** R 2-3, FM 0-2: below average; lost if not won back. */
    ABOUT_TO_SLEEP,
    /** R 0-2, FM 2-5: spent much and often, but long ago. */
    AT_RISK,
    /** R 0-1, FM 4-5: made the biggest purchases, and have not come back for long. */
    CANNOT_LOSE,
    /** R 1-2, FM 1-2: few and small orders, long ago. */
    HIBERNATING,
    /** R 0-2, FM 0-2: the lowest scores. */
    LOST;

    /** A row for each R from 1 to 5, a column for each FM from 1 to 5. */
    private static final Segment[][] GRID = {
        {LOST, HIBERNATING, AT_RISK, CANNOT_LOSE, CANNOT_LOSE},
        {HIBERNATING, ABOUT_TO_SLEEP, NEED_ATTENTION, AT_RISK, AT_RISK},
        {PROMISING, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL},
        {NEW_CUSTOMERS, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, CHAMPIONS, CHAMPIONS},
        {NEW_CUSTOMERS, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, CHAMPIONS, CHAMPIONS},
    };

    /** @throws IndexOutOfBoundsException when a score is not from 1 to 5 */
    public static Segment of(int recency, int frequencyMonetary) {
        int row = checkIndex(recency - 1, Quintiles.FIFTHS);
        int column = checkIndex(frequencyMonetary - 1, Quintiles.FIFTHS);
        return GRID[row][column];
    }

    /** The 25 cells: R 1 with FM 1 to 5, then R 2, and so on. */
    public static List<Segment> grid() {
        return Arrays.stream(GRID).flatMap(Arrays::stream).toList();
    }
}
