package io.smartcrm.recommend.experiment;

/** The lists that can be compared: those that all signals make, so that their weights make a difference. */
public enum ComparedScenario {
    FOR_CUSTOMER,
    EMAIL
}
