/**
 * Writes to customers and gives agents tasks, as strategies of loyalty-service order it: ActionEvents -> Letters ->
 * LetterTable, MailTemplate. Addresses stay where they are sealed.
 */
@NullMarked
package io.smartcrm.customer.contact;

import org.jspecify.annotations.NullMarked;
