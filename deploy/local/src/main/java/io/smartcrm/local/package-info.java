/**
 * The servers that Smart CRM stands on, run without Docker from what Maven resolves: ports and data folder -> process -> ready.
 */
@NullMarked
package io.smartcrm.local;

import org.jspecify.annotations.NullMarked;
