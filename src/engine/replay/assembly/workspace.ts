/**
 * Memory that kernels of the thread that runs programs work in: between the module's constants, which lie lowest, and the
 * executor's arrays, which begin at 64 KiB. It belongs to no data segment: a thread that joins would overwrite that.
 */

/** The place of a strided reading, axis by axis: 8 words. */
export const PLACES: usize = 0x8000;
/** {@link POINTS} points of the unit disc, three numbers of 8 bytes each. */
export const POINTS_AT: usize = 0x8040;
/** Points of the unit disc that are drawn before their deviates are computed, two at a time: [u, v, u² + v²]. */
export const POINTS: i32 = 64;
