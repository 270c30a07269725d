/** Where customers stand in life, watched while time passes: StandingEvents, Standings -> StandingTable. */
@NullMarked
package io.smartcrm.loyalty.standing;

import org.jspecify.annotations.NullMarked;
