package io.smartcrm.local.shop;

import java.time.OffsetDateTime;

/** Something a customer did, or something sent to one. */
public sealed interface Interaction {
    String id();

    OffsetDateTime time();

    String customerId();

    /** Name of the event in the vocabulary of Segment's ecommerce and e-mail specifications. */
    String event();

    /**
     * Browsing.
     *
     * @param event Product Viewed, Product Clicked or Product Added
     * @param session groups the events of a visit
     * @param price cents of EUR shown
     */
    record Browsing(
            String id,
            OffsetDateTime time,
            String customerId,
            String event,
            String session,
            Product product,
            long price)
            implements Interaction {}

    /**
     * A message on its way.
     *
     * @param event Email Sent, Email Delivered, Email Bounced, Email Opened or Email Link Clicked
     */
    record Contact(String id, OffsetDateTime time, String customerId, String event, String campaign)
            implements Interaction {}
}
