/**
 * What two services must agree on byte for byte: topics, event headers, call metadata, failures and page tokens; depends
 * on nothing of ours.
 */
@NullMarked
package io.smartcrm.wire;

import org.jspecify.annotations.NullMarked;
