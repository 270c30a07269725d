/**
 * What every benchmark command shares: arguments, data files, the clock of the process and the line of figures.
 *
 * <p>{@code launch -> <subject>.<Command> -> io.smartcrm.bench}
 */
@NullMarked
package io.smartcrm.bench;

import org.jspecify.annotations.NullMarked;
