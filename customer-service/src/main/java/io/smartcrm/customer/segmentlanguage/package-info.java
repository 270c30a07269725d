/** The language of segments: text -> tokens -> conditions -> checked tests; depends on java.* alone, segment makes SQL of it. */
@NullMarked
package io.smartcrm.customer.segmentlanguage;

import org.jspecify.annotations.NullMarked;
