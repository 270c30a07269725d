package io.smartcrm.local.shop;

import java.time.OffsetDateTime;

/**
 * What the shop knows of a customer. Names are made up and e-mail addresses end in example.org.
 *
 * @param currency the customer's home currency; the shop itself keeps its books in EUR
 * @param language en or zh
 */
public record Profile(
        String id,
        String name,
        String email,
        String phone,
        String country,
        String city,
        String language,
        String currency,
        OffsetDateTime joined,
        String source) {}
