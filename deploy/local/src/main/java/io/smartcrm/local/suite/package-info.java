/** The whole suite on one machine with one command: arguments -> checks -> parts in order -> demo shop -> table. */
@NullMarked
package io.smartcrm.local.suite;

import org.jspecify.annotations.NullMarked;
