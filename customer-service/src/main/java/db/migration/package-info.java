/** Steps of the schema that SQL cannot take. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
