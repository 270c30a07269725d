package io.smartcrm.loyalty.ledger;

/** What happens when points that must be taken back are already spent. */
public enum NegativePolicy {
    /** The customer owes them: what is credited next pays them first. */
    OWE,
    /** The programme bears the loss. */
    FORGIVE
}
